import { join } from 'node:path';

/** Root of the checkout. */
export const repository = join(import.meta.dir, '..', '..');
export const agentExecutable = join(repository, 'dist', 'weft-agent-linux-x64');
