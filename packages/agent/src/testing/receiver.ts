import { batchHeader, checkRow, type BatchHeader } from '@weft/schema';
import type { TestCertificates } from './certificates.ts';

export interface Received {
  readonly header: BatchHeader;
  readonly rows: readonly Record<string, unknown>[];
  readonly request: Headers;
}

export interface Receiver {
  readonly url: URL;
  readonly batches: Received[];
  /** What the catalogue says against rows that came. */
  readonly problems: string[];
  readonly rowsOf: (table: string) => Record<string, unknown>[];
  readonly stop: () => Promise<void>;
}

/** Gives an answer of its own, or undefined for the ordinary one. */
export type AnswerWith = (body: Uint8Array, request: Request) => Response | undefined | Promise<Response | undefined>;

/** A real HTTPS server at the place of Weft's, which checks every row against the catalogue. */
export function startReceiver(certificates: TestCertificates, answerWith: AnswerWith = () => undefined): Receiver {
  const batches: Received[] = [];
  const problems: string[] = [];
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    tls: { cert: certificates.chainPem, key: certificates.keyPem },
    fetch: async (request) => {
      const body = new Uint8Array(await request.arrayBuffer());
      const own = await answerWith(body, request);
      if (own !== undefined) return own;
      const [first = '', ...lines] = new TextDecoder().decode(Bun.zstdDecompressSync(body)).trimEnd().split('\n');
      const rows: Record<string, unknown>[] = lines.map((line) => JSON.parse(line));
      for (const row of rows) note(row, problems);
      batches.push({ header: batchHeader.parse(JSON.parse(first)), rows, request: request.headers });
      return Response.json(storedAnswer(rows.length));
    },
  });
  return {
    url: new URL(`https://localhost:${server.port}`),
    batches,
    problems,
    rowsOf: (table) => batches.flatMap(({ rows }) => rows).filter((row) => row['table'] === table),
    stop: () => server.stop(true),
  };
}

function note(row: unknown, problems: string[]): void {
  const check = checkRow(row);
  if (check.kind === 'bad') problems.push(check.problem);
  else problems.push(...check.unknownColumns.map((column) => `${check.table} has no column ${column}`));
}

export function storedAnswer(stored: number): object {
  return { status: 'stored', stored, rejected: [], rejectedCount: 0, ignoredColumns: [] };
}
