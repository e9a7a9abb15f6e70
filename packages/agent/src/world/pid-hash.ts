import type { ProcessRef } from '@weft/sensor';

/** `/proc` counts a process's start in ticks of 10 ms (USER_HZ is 100 on every Linux we support). */
const TICK_NS = 10_000_000;

/** Start time as `/proc/<pid>/stat` shows it, so that both sources name a process alike. */
export function startTicks(startNs: number): number {
  return Math.floor(startNs / TICK_NS);
}

export type PidHasher = (process: ProcessRef) => number;

/**
 * Names a process across pid reuse and reboots: 53 bits of xxHash64 over machine, boot, pid and start. 0 is the kernel.
 * Start times begin anew at each boot, hence the boot id.
 */
export function createPidHasher(machineId: string, bootId: string): PidHasher {
  const prefix = `${machineId}/${bootId}/`;
  return ({ pid, startNs }) => (pid === 0 ? 0 : Number(Bun.hash.xxHash64(`${prefix}${pid}/${startTicks(startNs)}`) >> 11n));
}
