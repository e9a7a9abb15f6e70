import { basename } from 'node:path';

/** The compiled agent; undefined when Bun runs its source. With the loader of musl in front the process is the loader, and WEFT_AGENT_EXECUTABLE names the agent. */
export function ownExecutable(execPath: string, named: string | undefined): string | undefined {
  if (named !== undefined) return named;
  return /^bun(?:x|-|$)/.test(basename(execPath)) ? undefined : execPath;
}
