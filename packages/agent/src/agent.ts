import type { Clock, Logger } from '@weft/base';
import type { FeatureState, Sensor, SensorStats } from '@weft/sensor';
import { Collectors } from './collectors/collectors.ts';
import type { AgentConfig } from './config/agent-config.ts';
import { createArgumentFilter } from './config/argument-filter.ts';
import { createMaskPeer } from './collectors/mask-peer.ts';
import { CodePages } from './guard/code-pages.ts';
import { FaultLimit } from './guard/fault-limit.ts';
import { downGaps, readHeartbeat, writeHeartbeat } from './guard/heartbeat.ts';
import { lossCounters } from './guard/loss-counters.ts';
import { LossWatch } from './guard/loss-watch.ts';
import { MemoryGuard } from './guard/memory-guard.ts';
import { Schedule } from './guard/schedule.ts';
import { type AgentState, metricRow } from './guard/self-metrics.ts';
import { type AgentFacts, machineRow } from './machine/machine-row.ts';
import { readMachine } from './machine/read-machine.ts';
import type { Gap, GapLog } from './pipeline/gap-log.ts';
import type { Pipeline } from './pipeline/pipeline.ts';
import type { Spool } from './pipeline/spool.ts';
import type { Uplink } from './uplink/uplink.ts';
import type { World } from './world/world.ts';

/** What an agent is made of. `main.ts` opens these. */
export interface AgentParts {
  readonly config: AgentConfig;
  readonly stateFolder: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly sensor: Sensor | undefined;
  readonly features: readonly FeatureState[];
  readonly world: World;
  readonly gaps: GapLog;
  readonly spool: Spool;
  readonly pipeline: Pipeline;
  readonly uplink: Uplink;
  readonly version: string;
}

/** Exited processes stay known this long: their connections may be told later than their end. */
const KEEP_EXITED_NS = 60_000_000_000;
const POLL_BUDGET = 20_000;
/** The start, and each batch's compression and TLS, map code that is not needed all the time. */
const CODE_PAGES_MS = 30_000;
const HOUR_MS = 3_600_000;
const FIRST_CONNECTIONS_MS = 10_000;
/** Of the 5 s that a stop may take, for sending what is left. */
const LAST_SEND_MS = 2500;

/** The running agent: polls the sensor, and does everything else in between. */
export class Agent {
  readonly #parts: AgentParts;
  readonly #collectors: Collectors;
  readonly #losses: LossWatch;
  readonly #memory: MemoryGuard;
  readonly #faults = new FaultLimit();
  readonly #codePages = new CodePages();
  readonly #facts: AgentFacts;
  readonly #schedule: Schedule;
  #uplinkEnd: Promise<void> = Promise.resolve();
  #before: { readonly state: AgentState; readonly atMs: number };
  #sensorStats: SensorStats | undefined;
  #lastMachine = '';
  #hour: number;
  #isStopping = false;
  #isMemoryExceeded = false;

  constructor(parts: AgentParts) {
    this.#parts = parts;
    const { config, clock, features } = parts;
    const connections = { maskPeer: createMaskPeer(config.anonymizeIncomingBits), firstFlushMs: FIRST_CONNECTIONS_MS };
    this.#collectors = new Collectors(parts.world, createArgumentFilter(config.commandLineFilter), connections);
    this.#losses = new LossWatch(
      lossCounters(() => this.#sensorStats, this.#collectors, parts.world),
      parts.gaps,
      clock.nowMs(),
    );
    this.#memory = new MemoryGuard(config.memoryLimitBytes);
    this.#facts = {
      version: parts.version,
      startedAtMs: clock.nowMs(),
      tags: config.tags,
      tiers: Object.fromEntries(features.map(({ feature, tier }) => [feature, tier])),
      tierReasons: Object.fromEntries(features.flatMap(({ feature, reason }) => (reason === undefined ? [] : [[feature, reason]]))),
    };
    this.#schedule = new Schedule(this.#tasks(), clock.monotonicMs());
    this.#before = { state: this.#state(), atMs: clock.monotonicMs() };
    this.#hour = Math.floor(clock.nowMs() / HOUR_MS);
  }

  /** Runs until `stop`. Gives whether it ended because of its memory and should start anew. */
  async run(): Promise<'stopped' | 'start-anew'> {
    this.#tellDownTime();
    this.#tellMachine();
    this.#uplinkEnd = this.#parts.uplink.run();
    this.#collectors.seed(this.#parts.sensor, this.#facts.tiers['process'] !== 'none');
    while (!this.#isStopping) {
      await Bun.sleep(pauseMs(this.#turn()));
    }
    await this.#finish();
    return this.#isMemoryExceeded ? 'start-anew' : 'stopped';
  }

  stop(): void {
    this.#isStopping = true;
  }

  /** One round; gives the events taken. A fault costs this round, and ends the agent only when there are too many. */
  #turn(): number {
    const { sensor, clock, pipeline, log } = this.#parts;
    try {
      const count = sensor?.poll(this.#collectors.onEvent, POLL_BUDGET) ?? 0;
      this.#schedule.runDue(clock.monotonicMs());
      pipeline.tick();
      return count;
    } catch (fault) {
      log.error('a fault of the agent', { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
      this.#parts.gaps.add(faultGap(clock.nowMs()));
      if (this.#faults.isTooMany(clock.monotonicMs())) throw fault;
      return 0;
    }
  }

  #tasks(): { everyMs: number; run: () => void }[] {
    const { world } = this.#parts;
    return [
      { everyMs: 500, run: () => this.#flush(false) },
      { everyMs: 1000, run: () => world.clock.follow() },
      { everyMs: 1000, run: () => this.#checkLosses() },
      { everyMs: 1000, run: () => world.processes.forgetExited(world.clock.nowBootNs() - KEEP_EXITED_NS) },
      { everyMs: 1000, run: () => this.#reportEachHour() },
      { everyMs: 5000, run: () => this.#beat(false) },
      { everyMs: 5000, run: () => this.#watchMemory() },
      { everyMs: 10_000, run: () => this.#collectors.container.findStopped() },
      { everyMs: 30_000, run: () => this.#tellMachineIfChanged() },
      { everyMs: 60_000, run: () => this.#collectors.sweep.sweep() },
      { everyMs: 60_000, run: () => this.#tellMetrics() },
      { everyMs: CODE_PAGES_MS, run: () => this.#codePages.release() },
      { everyMs: 600_000, run: () => this.#tellMachine() },
    ];
  }

  #flush(isLast: boolean): void {
    const { sensor, pipeline, gaps } = this.#parts;
    this.#collectors.flush(sensor, pipeline.emit, isLast);
    for (const row of gaps.takeRows()) pipeline.emit(row);
  }

  /** What was lost while there was no agent. A first start has no earlier one. */
  #tellDownTime(): void {
    const last = readHeartbeat(this.#parts.stateFolder);
    if (last === undefined) return;
    for (const gap of downGaps(last, this.#parts.clock.nowMs())) this.#parts.gaps.add(gap);
  }

  #tellMachine(): void {
    const { clock, pipeline, world } = this.#parts;
    const machine = readMachine(world.clock.bootedAtMs);
    this.#lastMachine = JSON.stringify({ ...machine, bootedAtMs: 0 });
    pipeline.emit(machineRow(machine, this.#facts, clock.nowMs()));
  }

  #tellMachineIfChanged(): void {
    const machine = readMachine(0);
    if (JSON.stringify(machine) !== this.#lastMachine) this.#tellMachine();
  }

  #tellMetrics(): void {
    const { clock, pipeline } = this.#parts;
    const now = { state: this.#state(), atMs: clock.monotonicMs() };
    pipeline.emit(metricRow(this.#before.state, now.state, now.atMs - this.#before.atMs, clock.nowMs()));
    this.#before = now;
  }

  #state(): AgentState {
    const { gaps, uplink, pipeline, spool, world } = this.#parts;
    const { user, system } = process.cpuUsage();
    const kernelNs = (this.#sensorStats?.programs ?? []).reduce((sum, { runTimeNs }) => sum + runTimeNs, 0);
    return {
      cpuUs: user + system,
      kernelNs: kernelNs === 0 ? undefined : kernelNs,
      captured: this.#collectors.captured,
      lost: gaps.lost,
      rowsSent: uplink.rowsSent,
      bytesSent: uplink.bytesSent,
      residentBytes: process.memoryUsage.rss(),
      queuedRows: pipeline.queuedRows + this.#collectors.process.waiting + this.#collectors.keeper.waiting,
      spooledBytes: spool.sizeBytes,
      spooledBatches: spool.batches,
      processesKnown: world.processes.size,
      tiers: this.#facts.tiers,
    };
  }

  /** Asking the sensor costs a system call per program and counter: once for all counters. */
  #checkLosses(): void {
    this.#sensorStats = this.#parts.sensor?.stats();
    this.#losses.check(this.#parts.clock.nowMs());
  }

  #reportEachHour(): void {
    const hour = Math.floor(this.#parts.clock.nowMs() / HOUR_MS);
    if (hour !== this.#hour) this.#collectors.reportAll();
    this.#hour = hour;
  }

  #beat(isCleanStop: boolean): void {
    const { stateFolder, pipeline } = this.#parts;
    const connectionsUpToMs = Math.min(this.#collectors.connection.flushedUpToMs, pipeline.spooledUpToMs);
    writeHeartbeat(stateFolder, { rowsUpToMs: pipeline.spooledUpToMs, connectionsUpToMs, isCleanStop });
  }

  #watchMemory(): void {
    const residentBytes = process.memoryUsage.rss();
    if (!this.#memory.isExceeded(residentBytes, this.#parts.clock.monotonicMs())) return;
    this.#parts.log.error('memory stayed above memlimit for a minute: starting anew', { residentBytes });
    this.#isMemoryExceeded = true;
    this.#isStopping = true;
  }

  /** Everything that is known goes to the spool; as much as a moment allows goes on to the server. */
  async #finish(): Promise<void> {
    const { sensor, pipeline, uplink } = this.#parts;
    sensor?.poll(this.#collectors.onEvent, POLL_BUDGET * 10);
    this.#checkLosses();
    this.#flush(true);
    await pipeline.finish();
    await Promise.race([uplink.drained(50), Bun.sleep(LAST_SEND_MS)]);
    uplink.stop();
    await Promise.race([this.#uplinkEnd, Bun.sleep(500)]);
    this.#beat(true);
    sensor?.close();
  }
}

function faultGap(atMs: number): Gap {
  return { where: 'world', what: 'event', lost: undefined, reason: 'a fault of the agent; its log says which', fromMs: atMs, toMs: atMs };
}

/** Milliseconds until the next poll: events wait in the kernel's ring, of which a storm fills 1 MB in this time. */
function pauseMs(count: number): number {
  if (count >= POLL_BUDGET) return 0;
  return count > 500 ? 25 : 100;
}
