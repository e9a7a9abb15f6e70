import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { run } from '../test/harness/programs.ts';

/** `struct acct_v3` of Linux `include/uapi/linux/acct.h`: 64 bytes, the command's name in the last 16. */
const RECORD_BYTES = 64;
const COMM_OFFSET = 48;

/**
 * Counts ended processes by name with acct(2): the kernel writes one record for each, whatever any agent does.
 * The file grows by 64 bytes a process; the kernel stops writing when the disk is nearly full.
 */
export async function countEnded(comm: string, file: string, during: () => Promise<void>): Promise<number> {
  closeSync(openSync(file, 'w'));
  await run(['accton', file]);
  try {
    await during();
  } finally {
    await run(['accton', 'off']);
  }
  const records = readFileSync(file);
  rmSync(file);
  let count = 0;
  for (let at = 0; at + RECORD_BYTES <= records.length; at += RECORD_BYTES) {
    const name = records.subarray(at + COMM_OFFSET, at + RECORD_BYTES).toString('latin1');
    if (name.slice(0, name.indexOf('\0')) === comm) count += 1;
  }
  return count;
}
