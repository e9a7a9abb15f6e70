/** Records as the kernel programs would write them. */
import { headerLayout, type Layout } from '../layout';

export interface RecordParts {
  readonly opcode: number;
  readonly flags?: number;
  readonly atNs?: number;
  readonly layout: Layout;
  /** Numbers by field; text fields and addresses are bytes. */
  readonly values: Readonly<Record<string, number | Uint8Array>>;
  readonly text?: Uint8Array;
}

export function writeRecord({ opcode, flags = 0, atNs = 0, layout, values, text = new Uint8Array() }: RecordParts): Uint8Array {
  const bytes = new Uint8Array(layout.sizeBytes + text.length);
  write(bytes, headerLayout, { opcode, flags, atNs, sizeBytes: bytes.length });
  write(bytes, layout, values);
  bytes.set(text, layout.sizeBytes);
  return bytes;
}

function write(bytes: Uint8Array, layout: Layout, values: RecordParts['values']): void {
  for (const [name, value] of Object.entries(values)) {
    const field = layout.fields[name];
    if (field === undefined) throw new Error(`${layout.struct} has no field ${name}`);
    bytes.set(typeof value === 'number' ? littleEndian(value, field.sizeBytes) : value, field.offset);
  }
}

function littleEndian(value: number, sizeBytes: number): Uint8Array {
  return Uint8Array.from({ length: sizeBytes }, (_, index) => Math.floor(value / 256 ** index) % 256);
}
