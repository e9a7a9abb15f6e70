import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchModule } from './benchmark-names.ts';

export function readModules(folder: string): BenchModule[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}
