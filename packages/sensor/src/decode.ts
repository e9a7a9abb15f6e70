/** Records to events. Pure and total: what makes no sense is said so, never skipped in silence and never thrown. */
import { decodeConnection, decodeListen } from './decode-connection';
import { decodeCgroup, decodeExec, decodeExit, decodeFork } from './decode-process';
import type { SensorEvent } from './events';
import { cgroupLayout, connectionLayout, execLayout, exitLayout, forkLayout, headerLayout, listenLayout, type Layout } from './layout';

/** What one position held, and where the next record begins. */
export type Decoded =
  | { readonly kind: 'event'; readonly event: SensorEvent; readonly nextAt: number }
  | { readonly kind: 'undecodable'; readonly why: 'truncated' | 'unknown opcode' | 'inconsistent'; readonly nextAt: number };

interface Opcode {
  readonly opcode: number;
  readonly kind: SensorEvent['kind'];
  readonly layout: Layout;
  /** `undefined`: the record contradicts itself. */
  decode(view: DataView, at: number): SensorEvent | undefined;
}

/** Source of the numbers: `enum record_opcode` in bpf/record.h. */
export const opcodes: readonly Opcode[] = [
  { opcode: 1, kind: 'exec', layout: execLayout, decode: decodeExec },
  { opcode: 2, kind: 'fork', layout: forkLayout, decode: decodeFork },
  { opcode: 3, kind: 'exit', layout: exitLayout, decode: decodeExit },
  { opcode: 4, kind: 'cgroup', layout: cgroupLayout, decode: decodeCgroup },
  { opcode: 5, kind: 'connection', layout: connectionLayout, decode: decodeConnection },
  { opcode: 6, kind: 'listen', layout: listenLayout, decode: decodeListen },
];

const byOpcode = new Map(opcodes.map((entry) => [entry.opcode, entry]));

/** The record at `at` of the view's first `end` bytes. After a size that cannot be, nothing can be found again: `nextAt` is the end. */
export function decodeRecord(view: DataView, at: number, end: number): Decoded {
  if (end - at < headerLayout.sizeBytes) return { kind: 'undecodable', why: 'truncated', nextAt: end };
  const sizeBytes = headerLayout.fields.sizeBytes.read(view, at);
  if (sizeBytes < headerLayout.sizeBytes || sizeBytes > end - at) return { kind: 'undecodable', why: 'truncated', nextAt: end };
  const nextAt = at + sizeBytes;
  const entry = byOpcode.get(headerLayout.fields.opcode.read(view, at));
  if (entry === undefined) return { kind: 'undecodable', why: 'unknown opcode', nextAt };
  const event = sizeBytes < entry.layout.sizeBytes ? undefined : entry.decode(view, at);
  return event === undefined ? { kind: 'undecodable', why: 'inconsistent', nextAt } : { kind: 'event', event, nextAt };
}
