import type { Program } from '../world/program.ts';

/** Arguments joined by spaces; a kernel thread's name in brackets. */
export function commandLineOf({ argv, exePath, comm }: Program): string {
  return argv.length === 0 && exePath === undefined ? `[${comm}]` : argv.join(' ');
}
