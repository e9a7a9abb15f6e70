/** What a code means to a caller. `anchor` names the section of `docs/errors.md`. */
export interface ErrorEntry {
  /** HTTP status the server answers with. */
  readonly status: number;
  /** One sentence: what was wrong. */
  readonly message: string;
  /** One sentence: how to mend it. */
  readonly mend: string;
}

/** Every error code Weft's interfaces answer with. `docs/errors.md` is made from it, so the two stay equal. */
export const errorRegistry = {
  'batch.bad-line': {
    status: 422,
    message: 'Some lines of the batch were rejected; the good ones are stored.',
    mend: 'Mend the lines named in `lines`; do not send the batch again.',
  },
  'batch.clock-skew': {
    status: 422,
    message: 'The batch was made more than 24 hours away from the server clock.',
    mend: 'Set the machine clock (NTP); the agent sends the batch again with the mended time.',
  },
  'batch.header': {
    status: 400,
    message: 'The first line of a batch must be its header.',
    mend: 'Send `{"batch":"<uuid>","format":1,"agent":{…}}` as the first line.',
  },
  'batch.not-zstd': {
    status: 400,
    message: 'The body is not a complete zstd frame.',
    mend: 'Send the whole body, compressed with zstd, with `Content-Encoding: zstd`.',
  },
  'batch.too-large': {
    status: 413,
    message: 'The body is larger than the server takes.',
    mend: 'Send smaller batches; the limits stand in the message.',
  },
  'batch.unpacked-too-large': {
    status: 413,
    message: 'The body unpacks to more than the server takes.',
    mend: 'Send smaller batches; the limits stand in the message.',
  },
  conflict: {
    status: 409,
    message: 'This exists already or was changed by someone else.',
    mend: 'Read it again and retry with another name.',
  },
  'cross-site': { status: 403, message: 'The request came from another site.', mend: 'Use the console itself, or an API key.' },
  forbidden: { status: 403, message: 'Your role does not allow this.', mend: 'Ask an admin of this server.' },
  invalid: { status: 400, message: 'The request does not fit its contract.', mend: 'Mend the fields named in `problems`.' },
  'link.used': {
    status: 410,
    message: 'This one-time link was used or has expired.',
    mend: 'Make a new one with `weft admin-link` on the server.',
  },
  'not-found': { status: 404, message: 'There is no such thing here.', mend: 'Check the address; lists show what exists.' },
  overloaded: {
    status: 429,
    message: 'The server has as much unfinished work as it can hold.',
    mend: 'Send again after the seconds in `Retry-After`.',
  },
  'rate-limited': { status: 429, message: 'Too many attempts.', mend: 'Wait the seconds in `Retry-After`.' },
  'sign-in.wrong': { status: 401, message: 'Email or password is wrong.', mend: 'Try again, or ask an admin for a new link.' },
  'storage.full': {
    status: 507,
    message: 'The server cannot store: its disk is full.',
    mend: 'Free disk space on the server; agents keep their data and send it again.',
  },
  'storage.failed': {
    status: 503,
    message: 'The server could not store the data.',
    mend: 'Look at the server log; agents keep their data and send it again.',
  },
  'too-large': { status: 413, message: 'The body is larger than this call takes.', mend: 'Send less; the limit stands in the message.' },
  timeout: { status: 503, message: 'The question took too long.', mend: 'Narrow the time range or the filter.' },
  'token.disabled': {
    status: 403,
    message: 'This agent token is disabled.',
    mend: 'Enable it under Settings, or give the agent another token.',
  },
  'token.wrong': {
    status: 401,
    message: 'The agent token is missing or unknown.',
    mend: 'Set `tokens.AccessToken` to a token from `weft agent-token create`.',
  },
  unauthenticated: { status: 401, message: 'Sign in first.', mend: 'Sign in, or send an API key as `Authorization: Bearer …`.' },
  'unsupported-media': {
    status: 415,
    message: 'The content type or encoding is not the one expected.',
    mend: 'Send `application/x-ndjson` with `Content-Encoding: zstd`, or JSON to the API.',
  },
  internal: { status: 500, message: 'The server failed.', mend: 'Look at the server log for the request id.' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorRegistry;
