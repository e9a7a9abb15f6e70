import { expect, test } from 'bun:test';
import { appendFileSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capLog } from './cap-log.ts';

test('a log past its cap begins anew under its writer; the old part is kept once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-log-'));
  const path = join(folder, 'server.log');
  capLog(path);
  expect(existsSync(path)).toBe(false);
  const writer = openSync(path, 'a');
  appendFileSync(path, 'first\n');
  capLog(path, 10);
  expect(existsSync(`${path}.old`)).toBe(false);
  writeSync(writer, 'second, which is too much\n');
  capLog(path, 10);
  writeSync(writer, 'third\n');
  closeSync(writer);
  expect(readFileSync(`${path}.old`, 'utf8')).toBe('first\nsecond, which is too much\n');
  expect(readFileSync(path, 'utf8')).toBe('third\n');
  rmSync(folder, { recursive: true });
});
