import type { WireLine } from '@weft/schema';

export type LostWhere = 'ring' | 'decoder' | 'world' | 'queue' | 'spool' | 'uplink' | 'agent-down';

/** Something was lost. Times are Unix epoch ms. */
export interface Gap {
  readonly where: LostWhere;
  /** Kind of event, row or table. */
  readonly what: string;
  /** Undefined when that cannot be known. */
  readonly lost: number | undefined;
  readonly reason: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Collects losses until their rows are sent; losses of one kind become one row. */
export class GapLog {
  readonly #gaps = new Map<string, Gap>();
  #lost = 0;

  /** Losses that were counted, ever. */
  get lost(): number {
    return this.#lost;
  }

  add(gap: Gap): void {
    this.#lost += gap.lost ?? 0;
    const key = `${gap.where}/${gap.what}/${gap.reason}`;
    const known = this.#gaps.get(key);
    this.#gaps.set(key, known === undefined ? gap : merge(known, gap));
  }

  takeRows(): WireLine[] {
    const rows = [...this.#gaps.values()].map(gapRow);
    this.#gaps.clear();
    return rows;
  }
}

function merge(a: Gap, b: Gap): Gap {
  const lost = a.lost === undefined || b.lost === undefined ? undefined : a.lost + b.lost;
  return { ...b, lost, fromMs: Math.min(a.fromMs, b.fromMs), toMs: Math.max(a.toMs, b.toMs) };
}

function gapRow({ where, what, lost, reason, fromMs, toMs }: Gap): WireLine {
  const [startedAt, endedAt] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
  return { table: 'agent_gap', started_at: startedAt, ended_at: endedAt, lost_where: where, lost_what: what, lost, reason };
}
