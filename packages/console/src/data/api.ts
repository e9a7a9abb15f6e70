import { createApiClient, type ApiClient, type EndpointAnswer, type EndpointInput, type EndpointName, type endpoints } from '@weft/schema';

/** The API of the server this page came from; the session cookie goes along by itself. */
export const api: ApiClient = createApiClient({
  fetch: (url, init) => fetch(url, { ...init, credentials: 'same-origin' }),
  baseUrl: '',
});

/** What an endpoint answers: `AnswerOf<'listMachines'>`. */
export type AnswerOf<N extends EndpointName> = EndpointAnswer<(typeof endpoints)[N]>;
export type InputOf<N extends EndpointName> = EndpointInput<(typeof endpoints)[N]>;
/** One row of an endpoint that answers a list. */
export type RowOf<N extends EndpointName> = AnswerOf<N> extends { readonly rows: readonly (infer R)[] } ? R : never;
