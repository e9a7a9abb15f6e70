import { useMemo } from 'react';
import { valueOf } from '../../data/answer.ts';
import { useRangedAnswer } from '../../data/use-answer.ts';

export interface MachineNames {
  /** Host name by machine id. */
  readonly names: ReadonlyMap<string, string>;
  /** Machine id by host name; the first where two machines share one. */
  readonly ids: ReadonlyMap<string, string>;
  readonly loss: Loss;
}

/** What agents lost in the time range. */
export interface Loss {
  readonly events: number;
  readonly machines: number;
}

/** Names of all machines; empty until they came, the ids serve meanwhile. */
export function useMachineNames(): MachineNames {
  const answer = useRangedAnswer('listMachines', (range) => ({ ...range, limit: 10_000 }), { refreshMs: 60_000 });
  const rows = valueOf(answer)?.rows;
  return useMemo(() => {
    const machines = rows ?? [];
    return {
      names: new Map(machines.map(({ id, hostname }) => [id, hostname])),
      ids: new Map(machines.toReversed().map(({ id, hostname }) => [hostname, id])),
      loss: {
        events: machines.reduce((sum, { lostEvents }) => sum + lostEvents, 0),
        machines: machines.filter(({ lostEvents }) => lostEvents > 0).length,
      },
    };
  }, [rows]);
}
