/** Percent-encodes what would break a key apart: `%`, `|`, control characters, and what `alsoUnsafe` finds (below U+0100). */
export function encodeKeyPart(text: string, alsoUnsafe?: RegExp): string {
  const safe = text.toWellFormed().replace(/[%|\p{Cc}]/gu, encode);
  return alsoUnsafe === undefined ? safe : safe.replace(alsoUnsafe, encode);
}

/** Undoes `encodeKeyPart`; undefined when it is no such text. */
export function decodeKeyPart(text: string): string | undefined {
  if (/%(?![0-9A-F]{2})/.test(text)) return undefined;
  return text.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

function encode(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}
