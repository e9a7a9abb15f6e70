import { expect, test } from 'bun:test';
import { join } from 'node:path';
import { endpointNames } from './endpoint-names.ts';
import { openApiDocument } from './open-api-document.ts';

const copy = join(import.meta.dir, '../../../../docs/openapi.json');

test('docs/openapi.json is what the server serves; WEFT_UPDATE_DOCS=1 bun test packages/server/src/http rewrites it', async () => {
  const text = `${JSON.stringify(openApiDocument(), undefined, 2)}\n`;
  if (process.env['WEFT_UPDATE_DOCS'] === '1') await Bun.write(copy, text);
  expect(await Bun.file(copy).text()).toBe(text);
});

test('every endpoint of the contract is in it, with its parameters', () => {
  const document = openApiDocument();
  const operations = Object.values(document.paths ?? {}).flatMap((path) => [path.get, path.post, path.patch, path.delete]);
  expect(operations.flatMap((operation) => operation?.operationId ?? []).toSorted()).toEqual([...endpointNames].toSorted());
  const execs = document.paths?.['/api/v1/machines/{machineId}/execs']?.get;
  expect(execs?.parameters?.map((parameter) => 'name' in parameter && parameter.name)).toEqual([
    'machineId',
    'from',
    'to',
    'limit',
    'text',
  ]);
});
