/** The server's own CA and certificate, made at the first start. */
export interface TlsIdentity {
  /** PEM of the CA: what agents and browsers are told to trust. */
  readonly caPem: string;
  /** SHA-256 of the CA certificate in DER, 32 bytes; agent tokens carry its beginning. */
  readonly caSha256: Uint8Array;
  /** PEM, the server's certificate and then the CA: agents that only know the fingerprint need the CA presented. */
  readonly chainPem: string;
  readonly keyPem: string;
}
