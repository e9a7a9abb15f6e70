import type { WireRow } from '@weft/schema';
import type { TestServer } from './test-server.ts';

export const testMachine = 'machine-0001';

/** An exec row of the running minute. */
export function execRow(pid: number): WireRow<'exec'> & { readonly table: 'exec' } {
  const at = new Date().toISOString();
  return {
    table: 'exec',
    executed_at: at,
    pid,
    pid_hash: pid + 1_000_000,
    started_at: at,
    parent_pid: 1,
    parent_pid_hash: 1,
    parent_exe_path: '/usr/bin/bash',
    parent_application: 'unit:cron.service|bash|root',
    uid: 0,
    gid: 0,
    effective_uid: 0,
    user_name: 'root',
    exe_path: '/usr/bin/true',
    command_line: `true --number ${pid} ä`,
    is_command_line_cut: false,
    cwd: '/',
    comm: 'true',
    application: 'unit:cron.service|true|root',
  };
}

/** A connection row of the running minute that sent 10 and received 3 bytes. */
export function connectionRow(port: number): WireRow<'connection'> & { readonly table: 'connection' } {
  const at = new Date().toISOString();
  return {
    table: 'connection',
    minute: at,
    direction: 'outbound',
    protocol: 'tcp',
    application: 'unit:cron.service|true|root',
    pid_hash: 7,
    local_address: '10.0.0.1',
    peer_address: '10.0.0.2',
    peer: 'ip:10.0.0.2',
    port,
    opened: 1,
    failed: 0,
    open: 0,
    sent_bytes: 10,
    received_bytes: 3,
    first_at: at,
    last_at: at,
  };
}

export interface BatchWish {
  readonly id?: string;
  readonly machine?: string;
  /** Rows, or texts and bytes that go into the batch as they are. */
  readonly lines: readonly (object | string | Uint8Array)[];
}

/** The body of a batch, not compressed. */
export function batchBody({ id = crypto.randomUUID(), machine = testMachine, lines }: BatchWish): Buffer<ArrayBuffer> {
  const header = { format: 1, batch: id, machine, hostname: 'host-1', agent: { version: '0.1.0' }, rows: lines.length };
  return Buffer.concat([header, ...lines].flatMap((line) => [bytesOf(line), Buffer.from('\n')]));
}

function bytesOf(line: object | string | Uint8Array): Uint8Array {
  if (line instanceof Uint8Array) return line;
  return Buffer.from(typeof line === 'string' ? line : JSON.stringify(line));
}

export interface SendOptions {
  readonly token?: string;
  readonly sentAt?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a body, compressed already, as an agent does. */
export function sendBody(server: TestServer, body: Uint8Array | ReadableStream<Uint8Array>, options: SendOptions = {}): Promise<Response> {
  return server.fetch('/intake/v1/batches', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${options.token ?? server.agentToken}`,
      'content-type': 'application/x-ndjson',
      'content-encoding': 'zstd',
      'weft-sent-at': options.sentAt ?? new Date().toISOString(),
      ...options.headers,
    },
    body: body instanceof Uint8Array ? Uint8Array.from(body) : body,
  });
}

export function sendBatch(server: TestServer, wish: BatchWish, options: SendOptions = {}): Promise<Response> {
  return sendBody(server, Bun.zstdCompressSync(batchBody(wish)), options);
}
