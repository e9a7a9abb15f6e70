/**
 * What a person runs on a machine to have it watched.
 *
 * @param origin of this server, as the browser reached it
 * @param token unset leaves a word to replace
 */
export function installCommand(origin: string, token = 'TOKEN'): string {
  return `sudo env WEFT_SERVER_URL=${origin} WEFT_ACCESS_TOKEN=${token} ./weft-agent-linux-x64`;
}

/** Whether the browser reached the server by a name that means another machine elsewhere. */
export function isLocalOrigin(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
