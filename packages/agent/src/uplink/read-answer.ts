import { batchAnswer, problem } from '@weft/schema';
import type { SendOutcome } from './transport.ts';

/** How long a token or a clock takes to be mended by a person. */
const MENDED_BY_PERSON_MS = 60_000;

/** The parts of an HTTP answer that matter. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** What an answer of `POST /intake/v1/batches` means. Pure. */
export function readAnswer(answer: Answer, nowMs: number): SendOutcome {
  const { status } = answer;
  const json = parseJson(answer.body);
  const stored = batchAnswer.safeParse(json);
  if ((status === 200 || status === 422) && stored.success) {
    const { rejectedCount, rejected } = stored.data;
    return { kind: 'delivered', rejectedCount, rejected };
  }
  const reason = reasonOf(status, json);
  if (status === 413) return { kind: 'rejected', code: 'too-large', reason };
  if (status === 401 || status === 403 || status === 422 || status === 404) return { kind: 'retry', afterMs: MENDED_BY_PERSON_MS, reason };
  if (status === 400 || status === 415) return { kind: 'rejected', code: 'refused', reason };
  return { kind: 'retry', afterMs: retryAfterMs(answer.retryAfter, nowMs), reason };
}

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3); undefined when it is neither. */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

function reasonOf(status: number, json: unknown): string {
  const told = problem.safeParse(json);
  return told.success
    ? `the server answered ${status} ${told.data.code}: ${told.data.message} ${told.data.mend}`
    : `the server answered ${status}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
