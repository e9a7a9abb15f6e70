/** Opens every feature in the best way this kernel allows. */
import { type FeatureEntry, features, type Way } from './features';
import { KernelSensor } from './kernel-sensor';
import { type Handle, loadNative, type Native, type OpenFailure } from './native';
import { describeRefusal } from './refusal';
import type { Feature, FeatureState, OpenSensor, SensorOptions } from './sensor';
import { WatchedFeature } from './watched-feature';

/**
 * A process's whole life is about 300 bytes, a loopback connection's about 550: these hold 7,000 and 1,900 of them between two polls.
 * The kernel maps a ring's data twice, so each counts double in this process's resident memory.
 */
const DEFAULT_RING_BYTES = { lifecycle: 2_097_152, network: 1_048_576 };
/** The kernel wants a power of two of whole pages; 64 KiB is one page of the largest kind. */
const SMALLEST_RING_BYTES = 65_536;

/** Loads and attaches what this kernel allows; never throws for a kernel that refuses. Cost: 50 ms to 1 s, mostly the verifier's. */
export function openSensor(options: SensorOptions = {}): OpenSensor {
  return openFeatures(features, options);
}

/** The same for any table, so that each way can be tested where a better one works. */
export function openFeatures(table: readonly FeatureEntry[], options: SensorOptions): OpenSensor {
  const loaded = loadNative();
  if (loaded.kind === 'missing') return { kind: 'refused', features: table.map(({ feature }) => blind(feature, loaded.reason)) };
  const opened = table.map((entry) => openFeature(loaded.native, entry, ringBytes(entry, options)));
  const states = opened.map(({ state }) => state);
  const watched = new Map(opened.map(({ state, watched: feature }) => [state.feature, feature]));
  if (opened.every((one) => one.watched === undefined)) return { kind: 'refused', features: states };
  const sensor = new KernelSensor({ process: watched.get('process'), connection: watched.get('connection') });
  return { kind: 'open', sensor, features: states };
}

interface Opened {
  readonly state: FeatureState;
  readonly watched: WatchedFeature | undefined;
}

function openFeature(native: Native, entry: FeatureEntry, sizeBytes: number): Opened {
  const refusals: string[] = [];
  for (const way of entry.ways) {
    const result = native.open(way.variant, sizeBytes);
    if (!isFailure(result)) return watching(native, entry, way, result, sizeBytes);
    refusals.push(`${way.variant}: ${describeRefusal(result)}`);
  }
  return { state: blind(entry.feature, refusals.join('; ')), watched: undefined };
}

function watching(native: Native, entry: FeatureEntry, way: Way, handle: Handle, sizeBytes: number): Opened {
  return {
    state: { feature: entry.feature, tier: way.tier, reason: way.lacks },
    watched: new WatchedFeature(native, handle, entry.ring, sizeBytes),
  };
}

function isFailure(result: Handle | OpenFailure): result is OpenFailure {
  return 'errno' in result;
}

function blind(feature: Feature, reason: string): FeatureState {
  return { feature, tier: 'none', reason };
}

function ringBytes(entry: FeatureEntry, options: SensorOptions): number {
  const wanted = entry.ring === 'lifecycle' ? options.lifecycleRingBytes : options.networkRingBytes;
  return 2 ** Math.ceil(Math.log2(Math.max(wanted ?? DEFAULT_RING_BYTES[entry.ring], SMALLEST_RING_BYTES)));
}
