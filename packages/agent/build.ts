/**
 * Builds the agent: `dist/weft-agent-linux-x64`, one file that needs glibc only, and `dist/weft-agent-linux-x64-musl/`, a folder for
 * Alpine and distroless images. Does nothing when no input changed.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError } from './build/build-error.ts';
import { buildMusl } from './build/build-musl.ts';
import { compileAgent } from './build/compile-agent.ts';
import { hashInputs } from './build/input-hash.ts';
import { run } from './build/run.ts';

const root = join(import.meta.dir, '..', '..');
const dist = join(root, 'dist');
const executable = join(dist, 'weft-agent-linux-x64');
const muslFolder = `${executable}-musl`;
const stampPath = join(dist, '.weft-agent-stamp');

function isCurrent(stamp: string): boolean {
  if (!existsSync(executable) || !existsSync(muslFolder) || !existsSync(stampPath)) return false;
  return readFileSync(stampPath, 'utf8') === stamp;
}

function build(): void {
  run([process.execPath, 'packages/sensor/build.ts'], root);
  const stamp = hashInputs(root);
  if (isCurrent(stamp)) return;
  mkdirSync(dist, { recursive: true });
  compileAgent(root, `${executable}.new`, undefined);
  renameSync(`${executable}.new`, executable);
  buildMusl(root, muslFolder);
  writeFileSync(stampPath, stamp);
}

try {
  build();
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`packages/agent/build.ts: ${error.message}`);
  process.exit(1);
}
