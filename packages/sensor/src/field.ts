/** Fields of a C struct as the kernel programs write it: little-endian, at a fixed offset. */

/** One field of type T in a record that begins at `base`. */
export interface Field<T> {
  readonly offset: number;
  readonly sizeBytes: number;
  read(view: DataView, base: number): T;
}

export function u8(offset: number): Field<number> {
  return { offset, sizeBytes: 1, read: (view, base) => view.getUint8(base + offset) };
}

export function u16(offset: number): Field<number> {
  return { offset, sizeBytes: 2, read: (view, base) => view.getUint16(base + offset, true) };
}

export function u32(offset: number): Field<number> {
  return { offset, sizeBytes: 4, read: (view, base) => view.getUint32(base + offset, true) };
}

/** Exact up to 2^53, and without the cost of a BigInt. */
export function u64(offset: number): Field<number> {
  return {
    offset,
    sizeBytes: 8,
    read: (view, base) => view.getUint32(base + offset, true) + view.getUint32(base + offset + 4, true) * 4_294_967_296,
  };
}

/** `char[sizeBytes]`, ended by a NUL or by its size. */
export function shortText(offset: number, sizeBytes: number): Field<string> {
  return {
    offset,
    sizeBytes,
    read(view, base) {
      const start = base + offset;
      let end = start;
      while (end < start + sizeBytes && view.getUint8(end) !== 0) end += 1;
      return textBetween(view, start, end);
    },
  };
}

/** Where an address lies; `formatAddress` reads it, because its meaning depends on the family. */
export function address(offset: number): Field<number> {
  return { offset, sizeBytes: 16, read: (_view, base) => base + offset };
}

/** UTF-8; what is not becomes U+FFFD. Positions are the view's. */
export function textBetween(view: DataView, start: number, end: number): string {
  return Buffer.from(view.buffer, view.byteOffset + start, end - start).toString('utf8');
}
