/**
 * What the agent costs and what it catches: storms of short programs, agent off and agent on in the same run.
 *
 * The count of what really ran is acct(2)'s, never the agent's own. The agent's CPU and memory are the kernel's figures;
 * "BPF" is the run time of its kernel programs. "slow-down" compares the same storm at full speed, off and on in turn, by medians.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient } from '@weft/schema';
import { eventually } from '../test/harness/eventually.ts';
import { freePort } from '../test/harness/free-port.ts';
import { compileProgram, run } from '../test/harness/programs.ts';
import { createScratch } from '../test/harness/scratch.ts';
import { adminClient, startWeftServer } from '../test/harness/weft-server.ts';
import { startWeftAgent, type WeftAgent } from '../test/harness/weft-agent.ts';
import { countEnded } from './process-accounting.ts';
import { readProcessUsage } from './process-usage.ts';
import { median, printTable } from './table.ts';

const STORM_SECONDS = 20;
const FULL_SPEED_RUNS = 7;
const FULL_SPEED_PROGRAMS = 2_000;
const BPF_STATS = '/proc/sys/kernel/bpf_stats_enabled';

const scratch = createScratch();
const storm = await compileProgram('storm', scratch.path);
/** A name no other program of the machine has, so that acct(2) counts only the storm's. */
const target = await compileProgram('nothing', scratch.path, 'weft-bench-nop');
let nextNumber = 1;
/** Of this run alone. */
const mark = `weft-storm-${process.pid}-`;

async function runStorm(count: number, perSecond: number): Promise<void> {
  const first = nextNumber;
  nextNumber += count;
  await run([storm, mark, String(first), String(nextNumber - 1), String(perSecond), target]);
}

async function fullSpeedMs(): Promise<number> {
  const startMs = performance.now();
  await runStorm(FULL_SPEED_PROGRAMS, 0);
  return performance.now() - startMs;
}

/** Run time of the sensor's programs in the kernel, seconds since they were loaded. bpftool cannot tell whose they are, so no other agent may run. */
async function bpfSeconds(): Promise<number> {
  const programs: unknown = JSON.parse(await run(['bpftool', '--json', 'prog', 'show']));
  if (!Array.isArray(programs)) return Number.NaN;
  return (
    programs.filter((program) => String(program.name).startsWith('weft_')).reduce((sum, program) => sum + (program.run_time_ns ?? 0), 0) /
    1e9
  );
}

async function storedCount(call: ApiClient, machineId: string, since: string): Promise<number> {
  const answer = await call('listMachineExecs', { machineId, text: `weft-bench-nop ${mark}`, from: since, limit: 1 });
  return answer.kind === 'ok' ? answer.value.total : Number.NaN;
}

/** Waits until the count of stored rows has not moved for 5 s: the pipeline is empty. */
async function settledCount(call: ApiClient, machineId: string, since: string, expected: number): Promise<number> {
  let last = -1;
  let sameSinceMs = performance.now();
  return eventually('the rows are stored', async () => {
    const count = await storedCount(call, machineId, since);
    if (count !== last) sameSinceMs = performance.now();
    last = count;
    return count >= expected || performance.now() - sameSinceMs > 10_000 ? count : undefined;
  });
}

const statsBefore = readFileSync(BPF_STATS, 'utf8').trim();
writeFileSync(BPF_STATS, '1');
mkdirSync(join(scratch.path, 'data'), { recursive: true });
const server = await startWeftServer({ dataDir: join(scratch.path, 'data'), port: freePort() });
let agent: WeftAgent | undefined;
try {
  const call = await adminClient(server);
  agent = startWeftAgent({ dir: scratch.path, token: server.agentToken, serverUrl: server.url });
  const machineId = await eventually('the machine checks in', async () => {
    const machines = await call('listMachines', {});
    return machines.kind === 'ok' ? machines.value.rows[0]?.id : undefined;
  });
  await Bun.sleep(10_000);

  const rows = [['storm', 'ran (acct)', 'stored', 'captured', 'agent CPU', 'BPF', 'RSS', 'sent/event']];
  for (const perSecond of [0, 100, 1_000]) rows.push(await measureStorm(call, machineId, agent, perSecond));
  printTable(rows);

  const ratios: number[] = [];
  const offs: number[] = [];
  for (let turn = 0; turn < FULL_SPEED_RUNS; turn += 1) {
    const onMs = await fullSpeedMs();
    await agent.stop();
    const offMs = await fullSpeedMs();
    offs.push(offMs);
    ratios.push(onMs / offMs);
    agent.restart();
    await Bun.sleep(5_000);
  }
  console.log(
    `\nfull speed, agent off: ${((median(offs) / FULL_SPEED_PROGRAMS) * 1000).toFixed(0)} µs a program (median of ${FULL_SPEED_RUNS}); on/off: ${median(ratios).toFixed(3)} (each: ${ratios.map((ratio) => ratio.toFixed(3)).join(' ')})`,
  );
  console.log('agent and server share the 2 cores with the storm here; on a host the server is elsewhere.');
} finally {
  await agent?.stop();
  await server.stop();
  if (existsSync(BPF_STATS)) writeFileSync(BPF_STATS, statsBefore);
  scratch.remove();
}

async function measureStorm(call: ApiClient, machineId: string, on: WeftAgent, perSecond: number): Promise<string[]> {
  const since = new Date().toISOString();
  const { pid } = on.process();
  const [before, bpfBefore, startMs] = [readProcessUsage(pid), await bpfSeconds(), performance.now()];
  const ran =
    perSecond === 0
      ? 0
      : await countEnded('weft-bench-nop', join(scratch.path, 'acct'), () => runStorm(perSecond * STORM_SECONDS, perSecond));
  if (perSecond === 0) await Bun.sleep(STORM_SECONDS * 1000);
  const seconds = (performance.now() - startMs) / 1000;
  const [after, bpfAfter] = [readProcessUsage(pid), await bpfSeconds()];
  const stored = ran === 0 ? 0 : await settledCount(call, machineId, since, ran);
  const percent = (part: number): string => `${((100 * part) / seconds).toFixed(2)} %`;
  await Bun.sleep(65_000);
  const metrics = await call('listMachineMetrics', { machineId, from: since });
  const sentBytes = metrics.kind === 'ok' ? metrics.value.rows.reduce((sum, row) => sum + row.bytesSent, 0) : Number.NaN;
  return [
    perSecond === 0 ? 'idle' : `${perSecond}/s`,
    String(ran),
    String(stored),
    ran === 0 ? '-' : `${((100 * stored) / ran).toFixed(2)} %`,
    percent(after.cpuSeconds - before.cpuSeconds),
    percent(bpfAfter - bpfBefore),
    `${(after.residentBytes / 2 ** 20).toFixed(1)} MiB`,
    ran === 0 ? '-' : `${(sentBytes / ran).toFixed(0)} B`,
  ];
}
