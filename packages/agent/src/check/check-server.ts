import { randomUUID } from 'node:crypto';
import { unreachable } from '@weft/base';
import { sealBatch, type Sender } from '../pipeline/sealed-batch.ts';
import type { SendOutcome, Transport } from '../uplink/transport.ts';
import type { Finding } from './finding.ts';

const TIMEOUT_MS = 10_000;

/** Sends a batch without rows: it goes all the way, and leaves nothing. */
export async function checkServer(transport: Transport, sender: Sender, server: URL): Promise<Finding> {
  const nowMs = Date.now();
  const empty = await sealBatch({ id: randomUUID(), lines: [], fromMs: nowMs, toMs: nowMs }, sender);
  const outcome = await transport.send(empty, AbortSignal.timeout(TIMEOUT_MS));
  transport.close();
  return { what: 'server', ...verdictOf(outcome, server.origin) };
}

function verdictOf(outcome: SendOutcome, origin: string): Omit<Finding, 'what'> {
  switch (outcome.kind) {
    case 'delivered':
      return { verdict: 'works', detail: `${origin} takes batches with this token` };
    case 'retry':
    case 'rejected':
      return { verdict: 'broken', detail: `${origin}: ${outcome.reason}` };
    default:
      return unreachable(outcome);
  }
}
