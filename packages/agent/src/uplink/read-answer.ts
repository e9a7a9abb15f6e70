import type { BatchAnswer, Problem } from '@weft/schema';
import type { SendOutcome } from './transport.ts';

/** How long a token or a clock takes to be mended by a person. */
const MENDED_BY_PERSON_MS = 60_000;

/** The parts of an HTTP answer that matter. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/**
 * What an answer of `POST /intake/v1/batches` means. Pure.
 *
 * The two bodies are read by hand, not with the schema's parsers: these would bring Zod into a process that must stay small (6 MB).
 */
export function readAnswer(answer: Answer, nowMs: number): SendOutcome {
  const { status } = answer;
  const json = parseObject(answer.body);
  const stored = status === 200 || status === 422 ? readStored(json) : undefined;
  if (stored !== undefined) return { kind: 'delivered', ...stored };
  const reason = reasonOf(status, json);
  if (status === 413) return { kind: 'rejected', code: 'too-large', reason };
  if (status === 401 || status === 403 || status === 422 || status === 404) return { kind: 'retry', afterMs: MENDED_BY_PERSON_MS, reason };
  if (status === 400 || status === 415) return refused(json, reason);
  return { kind: 'retry', afterMs: retryAfterMs(answer.retryAfter, nowMs), reason };
}

/** Only the server's own word ends a batch: a proxy or a wrong port answers 400 as well, to every batch there is. */
function refused({ code }: AnswerFields, reason: string): SendOutcome {
  if (typeof code === 'string') return { kind: 'rejected', code: 'refused', reason };
  return { kind: 'retry', afterMs: MENDED_BY_PERSON_MS, reason: `${reason}, and not as a Weft server does` };
}

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3); undefined when it is neither. */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

/** An answer that does not say `stored` or `duplicate` is none: something else than the server may have answered. */
function readStored(json: AnswerFields): Pick<BatchAnswer, 'rejectedCount' | 'rejected'> | undefined {
  const { status, rejectedCount, rejected } = json;
  if ((status !== 'stored' && status !== 'duplicate') || !isCount(rejectedCount) || !Array.isArray(rejected)) return undefined;
  return { rejectedCount, rejected: rejected.filter(isRejectedLine) };
}

function isRejectedLine(value: unknown): value is BatchAnswer['rejected'][number] {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    isCount(value.line) &&
    'problem' in value &&
    typeof value.problem === 'string'
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function reasonOf(status: number, { code, message, mend }: AnswerFields): string {
  if (typeof code !== 'string') return `the server answered ${status}`;
  return [`the server answered ${status} ${code}:`, message, mend].filter((word) => typeof word === 'string').join(' ');
}

/** The fields that a body should have, of which nothing is known yet. */
type AnswerFields = { readonly [K in keyof BatchAnswer | keyof Problem]?: unknown };

function parseObject(text: string): AnswerFields {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
