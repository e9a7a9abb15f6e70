import type { Warehouse } from '../warehouse/warehouse.ts';
import type { IntakeMetrics } from './intake-metrics.ts';

/** The warehouse's insert, timed by table. */
export function timedInserts(warehouse: Warehouse, metrics: IntakeMetrics): Pick<Warehouse, 'insert'> {
  return {
    insert: async (insertion) => {
      const stop = metrics.insertSeconds.startTimer({ table: insertion.table });
      await warehouse.insert(insertion);
      stop();
    },
  };
}
