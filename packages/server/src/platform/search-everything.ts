import { endpoints } from '@weft/schema';
import type { DataParts } from '../http/data-parts.ts';
import { answer, type Handler } from '../http/handler.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

const hitRow = endpoints.search.answer.shape.hits.element;
type Hit = ReturnType<typeof hitRow.parse>;

/** Hits of one kind. */
const MAX_HITS = 8;

const has = (column: string): string => `positionCaseInsensitiveUTF8(${column}, {text:String}) > 0`;
const lastSeen = "concat('last seen ', formatDateTime(max(last_at), '%F %R', 'UTC'), ' UTC')";

/** Each names `kind`, `id`, `label`, `detail`; what fits best comes first. */
const questions: readonly string[] = [
  `SELECT 'machine' AS kind, toString(machine_id) AS id, hostname AS label,
      concat(os_description, ' · ', arrayStringConcat(arraySlice(addresses, 1, 3), ', ')) AS detail
    FROM machine FINAL
    WHERE ${has('hostname')} OR ${has('machine_id')} OR arrayExists(address -> ${has('address')}, addresses)
    ORDER BY label, id`,
  `SELECT 'application' AS kind, application AS id, application AS label, ${lastSeen} AS detail
    FROM application_seen WHERE ${has('application')}
    GROUP BY application ORDER BY length(application), application`,
  `SELECT 'container' AS kind, container_id AS id, ifNull(name, substring(container_id, 1, 12)) AS label, toString(machine_id) AS machineId,
      concat(ifNull(image_repository, 'unknown image'), if(image_tag IS NULL, '', concat(':', toString(image_tag)))) AS detail
    FROM container FINAL
    WHERE ${has('container_id')} OR ${has("ifNull(name, '')")} OR ${has("ifNull(image_repository, '')")} OR ${has("ifNull(pod_name, '')")}
    ORDER BY seen_at DESC, id`,
  `SELECT if(startsWith(node, 'name:'), 'name', 'address') AS kind, node AS id, replaceRegexpOne(node, '^[a-z]+:', '') AS label, ${lastSeen} AS detail
    FROM (SELECT arrayJoin([source, target]) AS node, last_at FROM edge_seen WHERE type != 'launch' AND (${has('source')} OR ${has('target')}))
    WHERE NOT startsWith(node, 'app:') AND ${has('label')}
    GROUP BY node ORDER BY length(node), node`,
  `SELECT 'user' AS kind, user AS id, user AS label, concat('ran on ', toString(uniqExact(machine_id)), ' machines today') AS detail
    FROM (SELECT arrayJoin(users) AS user, machine_id FROM node_hour WHERE hour >= {since:DateTime64(3)})
    WHERE ${has('user')}
    GROUP BY user ORDER BY length(user), user`,
];

/** How far back users are looked for. */
const DAY_MS = 24 * 60 * 60 * 1000;

export function createSearch({ warehouse, clock }: DataParts): Handler<'search'> {
  return async ({ input }) => {
    const parameters = { text: input.text, since: new Date(clock.nowMs() - DAY_MS) };
    const hits = await Promise.all(questions.map((sql) => ask(warehouse, sql, parameters)));
    return answer({ hits: hits.flat() });
  };
}

async function ask(
  warehouse: Warehouse,
  sql: string,
  parameters: { readonly text: string; readonly since: Date },
): Promise<readonly Hit[]> {
  return warehouse.query(hitRow, { sql: `${sql} LIMIT ${MAX_HITS}`, parameters });
}
