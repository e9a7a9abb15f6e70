/** Brings the addon up to date: 20 ms when it is. */
import { join } from 'node:path';

export function buildSensor(): void {
  const script = join(import.meta.dir, '../../build.ts');
  const result = Bun.spawnSync([process.execPath, script], { stderr: 'pipe' });
  if (result.exitCode !== 0) throw new Error(result.stderr.toString());
}
