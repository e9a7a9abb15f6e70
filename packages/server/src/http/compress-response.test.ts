import { expect, test } from 'bun:test';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { chooseEncoding, compressResponse } from './compress-response.ts';

const long = { rows: Array.from({ length: 500 }, (_, index) => ({ index, name: 'the same again' })) };

test.each<[string, 'zstd' | 'gzip' | undefined]>([
  ['gzip, deflate, br, zstd', 'zstd'],
  ['gzip;q=1.0', 'gzip'],
  ['zstd;q=0, gzip', 'gzip'],
  ['ZSTD', 'zstd'],
  ['br', undefined],
  ['', undefined],
])('%j takes %p', (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});

test('a long JSON answer is packed and comes out the same', async () => {
  const zstd = await compressResponse(Response.json(long, { status: 201 }), 'zstd');
  expect([zstd.status, zstd.headers.get('content-encoding'), zstd.headers.get('vary')]).toEqual([201, 'zstd', 'accept-encoding']);
  expect(JSON.parse(zstdDecompressSync(await zstd.arrayBuffer()).toString())).toEqual(long);
  const gzip = await compressResponse(Response.json(long), 'gzip');
  expect(JSON.parse(gunzipSync(await gzip.arrayBuffer()).toString())).toEqual(long);
});

test('short answers, fonts and what is packed already stay as they are', async () => {
  const isPacked = async (response: Response) => (await compressResponse(response, 'gzip')).headers.get('content-encoding');
  expect(await isPacked(Response.json({}))).toBeNull();
  expect(await isPacked(new Response('x'.repeat(5000), { headers: { 'content-type': 'font/woff2' } }))).toBeNull();
  expect(await isPacked(new Response('x'.repeat(5000), { headers: { 'content-type': 'text/css', 'content-encoding': 'br' } }))).toBe('br');
});
