import { expect, test } from 'bun:test';
import { datasourcesDocument } from './datasources-doc.ts';
import { tables } from './tables.ts';

const file = Bun.file(new URL('../../../../docs/datasources.md', import.meta.url));

test('docs/datasources.md says what the catalogue says; WEFT_UPDATE_DOCS=1 bun test packages/schema rewrites it', async () => {
  if (Bun.env['WEFT_UPDATE_DOCS'] === '1') await file.write(datasourcesDocument());
  const written = (await file.exists()) ? await file.text() : '';
  if (written !== datasourcesDocument()) throw new Error('docs/datasources.md is stale: run WEFT_UPDATE_DOCS=1 bun test packages/schema');
});

test('every source and every column is there', () => {
  const document = datasourcesDocument();
  for (const [name, table] of Object.entries(tables)) {
    const section = document.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const source of table.lqlSources) expect(section).toContain(`\`${source}\``);
    for (const column of Object.keys(table.columns)) expect(section).toContain(`\n| \`${column}\` |`);
  }
});

test('a table of the document has five cells in every row', () => {
  const rows = datasourcesDocument()
    .split('\n')
    .filter((line) => line.startsWith('| `') && !line.includes('](#'));
  for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(7);
});
