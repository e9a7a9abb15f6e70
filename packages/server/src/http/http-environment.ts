/** What travels with a request through the router. */
export interface HttpEnvironment {
  Bindings: { readonly peerAddress: string };
  Variables: {
    requestId: string;
    /** Name for metrics: the endpoint, or the kind of file. */
    endpoint: string;
  };
}
