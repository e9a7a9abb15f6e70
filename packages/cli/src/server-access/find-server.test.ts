import { afterAll, expect, test } from 'bun:test';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifyProcess } from '../workspace/process-identity.ts';
import { writeServiceRecord } from '../workspace/service-record.ts';
import { workspacePaths } from '../workspace/workspace-paths.ts';
import { findServer } from './find-server.ts';
import { localKeyPath } from './local-server.ts';
import { loginFilePath, removeLoginFile, writeLoginFile } from './login-file.ts';

const home = mkdtempSync(join(tmpdir(), 'weft-home-'));
afterAll(() => rmSync(home, { recursive: true }));

const workspace = join(home, 'checkout');

function find(variables: Record<string, string> = {}): unknown {
  const found = findServer({ variables: { HOME: home, ...variables }, workspace, now: () => 0 });
  return found.kind === 'ok' ? found.value : found.error;
}

test('without any server the failure says how to get one', () => {
  expect(find()).toMatchObject({ exitCode: 3, mend: expect.stringContaining('./weft up') });
});

test('the order: variables, then login, then the server of this checkout', () => {
  const identity = identifyProcess(process.pid);
  if (identity === undefined) throw new Error('this process runs');
  const data = join(home, 'data');
  mkdirSync(join(data, 'tls'), { recursive: true });
  writeServiceRecord(workspacePaths(workspace).run, 'server', { identity, startedAtMs: 0, logFile: '', port: 8443, folder: data });
  expect(find()).toMatchObject({ exitCode: 3, message: expect.stringContaining('key of the local server') });
  writeFileSync(localKeyPath(data), 'weft_local\n');
  writeFileSync(join(data, 'tls', 'ca.pem'), 'PEM\n');
  expect(find()).toEqual({ url: 'https://127.0.0.1:8443', apiKey: 'weft_local', caPem: 'PEM' });

  const path = loginFilePath({ HOME: home });
  writeLoginFile(path, { url: 'https://weft.example', apiKey: 'weft_login', caPem: undefined });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(find()).toEqual({ url: 'https://weft.example', apiKey: 'weft_login', caPem: undefined });
  expect(find({ WEFT_SERVER_URL: 'https://other.example/', WEFT_API_KEY: 'k' })).toEqual({
    url: 'https://other.example',
    apiKey: 'k',
    caPem: undefined,
  });

  expect(removeLoginFile(path)).toBe(true);
  expect(removeLoginFile(path)).toBe(false);
  expect(find()).toMatchObject({ apiKey: 'weft_local' });
});

test('what cannot be read is named', () => {
  expect(find({ WEFT_SERVER_URL: 'http://x' })).toMatchObject({ exitCode: 3, message: expect.stringContaining('WEFT_SERVER_URL') });
  expect(find({ WEFT_SERVER_URL: 'https://x', WEFT_CA_FILE: join(home, 'none.pem') })).toMatchObject({
    message: expect.stringContaining('none.pem'),
  });
  writeFileSync(loginFilePath({ HOME: home }), '{');
  expect(find()).toMatchObject({ exitCode: 3, message: expect.stringContaining('config.json cannot be read') });
});
