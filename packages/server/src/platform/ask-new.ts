import { endpoints } from '@weft/schema';
import type { TimeRange } from '../http/time-range.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

const overview = endpoints.getOverview.answer.shape;
const applicationRow = overview.newApplications.element;
const peerRow = overview.newPeers.element;

const MAX_NEW = 50;

export interface New {
  readonly newApplications: ReturnType<typeof applicationRow.parse>[];
  readonly newPeers: ReturnType<typeof peerRow.parse>[];
}

/** Applications, and names and networks outside, first seen in the range, newest first. */
export async function askNew(warehouse: Warehouse, range: TimeRange): Promise<New> {
  const parameters = { from: range.from, to: range.to };
  const isNew = 'firstSeenAt >= {from:DateTime64(3)} AND firstSeenAt < {to:DateTime64(3)}';
  const [newApplications, newPeers] = await Promise.all([
    warehouse.query(applicationRow, {
      sql: `WITH news AS (
          SELECT application, min(first_at) AS firstSeenAt FROM application_seen GROUP BY application HAVING ${isNew}
          ORDER BY firstSeenAt DESC, application LIMIT ${MAX_NEW}
        )
        SELECT application, firstSeenAt, machines
        FROM news LEFT JOIN (
          SELECT application, uniqExact(machine_id) AS machines FROM node_hour
          WHERE application IN (SELECT application FROM news) AND hour >= toStartOfHour({from:DateTime64(3, 'UTC')}) AND hour < {to:DateTime64(3)}
          GROUP BY application
        ) AS places USING (application)
        ORDER BY firstSeenAt DESC, application`,
      parameters,
    }),
    warehouse.query(peerRow, {
      sql: `SELECT peer, min(first_at) AS firstSeenAt, substring(argMin(ours, first_at), 5) AS application
        FROM (
          SELECT if(type = 'accept', source, target) AS peer, if(type = 'accept', target, source) AS ours, first_at
          FROM edge_seen
          WHERE type IN ('connect', 'accept')
        )
        WHERE startsWith(peer, 'name:') OR startsWith(peer, 'net:')
        GROUP BY peer
        HAVING ${isNew}
        ORDER BY firstSeenAt DESC, peer LIMIT ${MAX_NEW}`,
      parameters,
    }),
  ]);
  return { newApplications: [...newApplications], newPeers: [...newPeers] };
}
