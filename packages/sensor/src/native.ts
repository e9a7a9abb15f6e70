/** The addon's functions, and how it is found. `addon/addon.c` is the other side. */

/** An opened feature; only the addon can look into it. */
export type Handle = object;

/** `errno` is positive. `step`: `load`, `ring`, or the name of the program that could not be attached. */
export interface OpenFailure {
  readonly errno: number;
  readonly step: string;
}

export interface NativeProgram {
  readonly name: string;
  readonly runCount: number;
  readonly runTimeNs: number;
  readonly missedCount: number;
}

export interface Native {
  open(variant: string, ringBytes: number): Handle | OpenFailure;
  close(handle: Handle): void;
  /** Position up to which the ring holds something. */
  produced(handle: Handle): number;
  /** Copies whole records that begin before `until`; returns the bytes copied. */
  drain(handle: Handle, bytes: Uint8Array, until: number): number;
  pending(handle: Handle): number;
  /** A file descriptor, or a negative errno. */
  iterate(handle: Handle, program: string): number;
  /** Bytes read, 0 at the end, or a negative errno. */
  read(fd: number, bytes: Uint8Array): number;
  closeFd(fd: number): void;
  /** Fills one count per opcode. */
  lost(handle: Handle, counts: Float64Array): void;
  programs(handle: Handle): readonly NativeProgram[];
  nowBootNs(): number;
}

export type LoadedNative = { readonly kind: 'loaded'; readonly native: Native } | { readonly kind: 'missing'; readonly reason: string };

let loaded: LoadedNative | undefined;

/** Loads the addon once. A literal `require`, because that is what `bun build --compile` embeds. */
export function loadNative(): LoadedNative {
  loaded ??= tryLoad();
  return loaded;
}

function tryLoad(): LoadedNative {
  try {
    const addon: unknown = require('../dist/weft-sensor.node');
    if (isNative(addon)) return { kind: 'loaded', native: addon };
    return { kind: 'missing', reason: 'the sensor addon is of another version: run `bun run packages/sensor/build.ts`' };
  } catch (error) {
    return {
      kind: 'missing',
      reason: `the sensor addon does not load (is it built? \`bun run packages/sensor/build.ts\`): ${String(error)}`,
    };
  }
}

const FUNCTIONS = ['open', 'close', 'produced', 'drain', 'pending', 'iterate', 'read', 'closeFd', 'lost', 'programs', 'nowBootNs'];

function isNative(addon: unknown): addon is Native {
  if (typeof addon !== 'object' || addon === null) return false;
  const present = new Map(Object.entries(addon));
  return FUNCTIONS.every((name) => typeof present.get(name) === 'function');
}
