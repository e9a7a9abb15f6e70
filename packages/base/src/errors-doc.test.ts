import { expect, test } from 'bun:test';
import { errorRegistry } from './error-registry.ts';
import { errorsDocument } from './errors-doc.ts';

const file = Bun.file(new URL('../../../docs/errors.md', import.meta.url));

test('docs/errors.md says what the registry says; WEFT_UPDATE_DOCS=1 bun test packages/base rewrites it', async () => {
  if (Bun.env['WEFT_UPDATE_DOCS'] === '1') await file.write(errorsDocument());
  const written = (await file.exists()) ? await file.text() : '';
  if (written !== errorsDocument()) throw new Error('docs/errors.md is stale: run WEFT_UPDATE_DOCS=1 bun test packages/base');
});

test('every code has its section, and there is no other', () => {
  const sections = [...errorsDocument().matchAll(/^## `(.+)`$/gm)].map((match) => match[1]);
  expect(sections).toEqual(Object.keys(errorRegistry).toSorted());
});

test.each(Object.entries(errorRegistry))('%s has a status of an error, a sentence and a way to mend it', (_, entry) => {
  expect(entry.status).toBeWithin(400, 600);
  expect(entry.message).toEndWith('.');
  expect(entry.mend).toEndWith('.');
});
