/**
 * Agent tokens carry the server's identity: 30 characters of secret, then 26 of the fingerprint of its CA.
 * Both are lower-case base32 (RFC 4648 §6, no padding), so a token fits the published token pattern,
 * `[A-Za-z0-9][-_A-Za-z0-9]{10,55}[A-Za-z0-9]`, and an agent needs nothing else to trust the right server.
 */

/** Bytes of randomness; 150 bits survive the encoding. */
export const agentTokenSecretBytes = 19;
/** First bytes of the SHA-256 of the CA certificate (DER). */
export const agentTokenFingerprintBytes = 16;

const SECRET_LENGTH = 30;
const TOKEN = /^[a-z2-7]{56}$/;

export interface AgentTokenParts {
  readonly secret: string;
  /** base32 of the first 16 bytes of SHA-256 over the CA certificate in DER. */
  readonly fingerprint: string;
}

/** @throws RangeError when an argument has the wrong length. */
export function formatAgentToken(secret: Uint8Array, caSha256: Uint8Array): string {
  if (secret.length !== agentTokenSecretBytes) throw new RangeError(`secret must be ${agentTokenSecretBytes} bytes, got ${secret.length}`);
  return base32(secret).slice(0, SECRET_LENGTH) + caFingerprint(caSha256);
}

/** Fingerprint as a token carries it. `caSha256` is the full SHA-256 of the CA certificate in DER. */
export function caFingerprint(caSha256: Uint8Array): string {
  if (caSha256.length !== 32) throw new RangeError(`caSha256 must be 32 bytes, got ${caSha256.length}`);
  return base32(caSha256.subarray(0, agentTokenFingerprintBytes));
}

/** Undefined when the text is no token of ours. */
export function parseAgentToken(token: string): AgentTokenParts | undefined {
  if (!TOKEN.test(token)) return undefined;
  return { secret: token.slice(0, SECRET_LENGTH), fingerprint: token.slice(SECRET_LENGTH) };
}

/** What may be shown of a token: its first 8 characters. */
export function agentTokenTag(token: string): string {
  return token.slice(0, 8);
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let pending = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(pending >> bits) & 31] ?? '';
    }
    pending &= (1 << bits) - 1;
  }
  if (bits > 0) text += ALPHABET[(pending << (5 - bits)) & 31] ?? '';
  return text;
}
