/**
 * Text from machines (command lines, host names, file names) as it may be shown on a terminal: control characters,
 * which could move the cursor or forge lines, and invisible direction marks are written as `\xNN` or `\u{N}`.
 */
export function printable(text: string): string {
  return text.replaceAll(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}

/** C0, DEL, C1, and the bidirectional controls of Unicode UAX #9. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
