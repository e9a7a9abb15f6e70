/** Fills with randomness; `crypto.getRandomValues` outside tests. */
export type RandomBytes = (sizeBytes: number) => Uint8Array;

export const systemRandom: RandomBytes = (sizeBytes) => crypto.getRandomValues(new Uint8Array(sizeBytes));

/** 256 bits as 43 URL-safe characters. */
export function randomSecret(random: RandomBytes): string {
  return Buffer.from(random(32)).toString('base64url');
}
