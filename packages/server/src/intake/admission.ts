import { batchLimits } from '@weft/schema';
import { refuse, type Refusal } from '../http/refusal.ts';

/** What a sender's token is worth. */
export type AgentTokenCheck =
  | { readonly kind: 'good'; readonly tokenId: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'disabled' };
export type CheckToken = (token: string) => Promise<AgentTokenCheck>;

export interface Admitted {
  readonly kind: 'admitted';
  readonly tokenId: string;
}

/** Everything that can be told from the headers, before a byte of the body is read. */
export async function admit(request: Request, checkToken: CheckToken, nowMs: number): Promise<Admitted | Refusal> {
  const token = /^Bearer (\S{1,200})$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const check = token === undefined ? undefined : await checkToken(token);
  if (check === undefined || check.kind === 'wrong') return refuse('token.wrong');
  if (check.kind === 'disabled') return refuse('token.disabled');
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-ndjson' || request.headers.get('content-encoding')?.toLowerCase() !== 'zstd')
    return refuse('unsupported-media');
  return clockProblem(request.headers.get('weft-sent-at'), nowMs) ?? { kind: 'admitted', tokenId: check.tokenId };
}

function clockProblem(sentAt: string | null, nowMs: number): Refusal | undefined {
  const sentAtMs = Date.parse(sentAt ?? '');
  if (Number.isNaN(sentAtMs))
    return refuse('invalid', { problems: [`header Weft-Sent-At: must be the sender's time, such as "${new Date(nowMs).toISOString()}"`] });
  if (Math.abs(nowMs - sentAtMs) <= batchLimits.clockSkewMs) return undefined;
  const hours = ((sentAtMs - nowMs) / 3_600_000).toFixed(1);
  return refuse('batch.clock-skew', {
    message: `The sender's clock is ${hours} hours from the server's, which is ${new Date(nowMs).toISOString()}.`,
  });
}
