/** A server, and what proves to it who we are. */
export interface ServerAddress {
  /** Without final slash. */
  readonly url: string;
  readonly apiKey: string | undefined;
  /** PEM of the CA that the server's certificate must come from; undefined: the system's roots. */
  readonly caPem: string | undefined;
}
