/**
 * Writes DER, as much of it as a certificate needs. Writing only: nothing here reads what others send.
 *
 * Source: ITU-T X.690. Why not a library: the known ones bring 3 to 12 packages and parsers for what we never parse.
 */

const SEQUENCE = 0x30;
const SET = 0x31;

export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return element(SEQUENCE, Buffer.concat(parts));
}

export function set(...parts: readonly Uint8Array[]): Uint8Array {
  return element(SET, Buffer.concat(parts));
}

/** `[number]` with parts inside. */
export function tagged(number: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return element(0xa0 | number, Buffer.concat(parts));
}

/** `[number]` with plain bytes in place of another type. */
export function implicit(number: number, bytes: Uint8Array): Uint8Array {
  return element(0x80 | number, bytes);
}

/** From its big-endian bytes, not negative. */
export function integer(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0);
  const digits = start === -1 ? Uint8Array.of(0) : bytes.subarray(start);
  const isNegative = ((digits[0] ?? 0) & 0x80) !== 0;
  return element(0x02, isNegative ? Buffer.concat([Uint8Array.of(0), digits]) : digits);
}

export function boolean(value: boolean): Uint8Array {
  return element(0x01, Uint8Array.of(value ? 0xff : 0));
}

/** `1.2.840.10045.2.1` */
export function objectId(text: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return element(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

export function utf8(text: string): Uint8Array {
  return element(0x0c, Buffer.from(text, 'utf8'));
}

export function octets(bytes: Uint8Array): Uint8Array {
  return element(0x04, bytes);
}

export function bits(bytes: Uint8Array, unusedBits = 0): Uint8Array {
  return element(0x03, Buffer.concat([Uint8Array.of(unusedBits), bytes]));
}

/** UTCTime until 2049, GeneralizedTime from 2050. Source: RFC 5280, 4.1.2.5. */
export function time(atMs: number): Uint8Array {
  const digits = new Date(atMs).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return Number(digits.slice(0, 4)) < 2050 ? element(0x17, Buffer.from(digits.slice(2))) : element(0x18, Buffer.from(digits));
}

function element(tag: number, content: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(tag, ...lengthBytes(content.length)), content]);
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  return [0x80 | bytes.length, ...bytes];
}

function base128(value: number): readonly number[] {
  const bytes = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}
