import { distinctMerge } from '@weft/schema';

/**
 * One row per application of the parameters' range (`from`, `to`), machine (`machine`, empty is all) and application
 * (`application`, empty is all). Bytes and peers come from both reports of its connections: what it opened and what it accepted.
 */
export function applicationsSql(condition: string): string {
  return `SELECT
      application, arraySlice(machineIds, 1, 100) AS machines, length(machineIds) AS machineCount, instances, users, exePaths,
      containerIds, firstSeenAt, lastSeenAt, talksTo, sentBytes, receivedBytes
    FROM (
      SELECT
        application, groupUniqArray(toString(machine_id)) AS machineIds, ${distinctMerge('node_hour.instances')} AS instances,
        groupUniqArrayArray(100)(node_hour.users) AS users, groupUniqArrayArray(100)(exe_paths) AS exePaths,
        groupUniqArrayArray(100)(containers) AS containerIds, max(last_at) AS lastSeenAt
      FROM node_hour
      WHERE hour >= {from:DateTime64(3)} AND hour < {to:DateTime64(3)} AND (machine_id = {machine:String} OR {machine:String} = '')
        AND (application = {application:String} OR {application:String} = '')
      GROUP BY application
    ) AS seen
    LEFT JOIN (
      SELECT application, min(first_at) AS firstSeenAt FROM application_seen
      WHERE application = {application:String} OR {application:String} = ''
      GROUP BY application
    ) AS ever USING (application)
    LEFT JOIN (
      SELECT substring(node, 5) AS application, uniqExactIf(peer, isOpener) AS talksTo, sum(sent) AS sentBytes, sum(received) AS receivedBytes
      FROM (
        SELECT source AS node, target AS peer, true AS isOpener, sent_bytes AS sent, received_bytes AS received FROM edge_hour
        WHERE type = 'connect' AND ${ofRange} AND (source = concat('app:', {application:String}) OR {application:String} = '')
        UNION ALL
        SELECT target AS node, source AS peer, false AS isOpener, received_bytes AS sent, sent_bytes AS received FROM edge_hour
        WHERE type = 'accept' AND ${ofRange} AND (target = concat('app:', {application:String}) OR {application:String} = '')
      )
      GROUP BY node
    ) AS talk USING (application)
    WHERE ${condition}`;
}

const ofRange = `hour >= {from:DateTime64(3)} AND hour < {to:DateTime64(3)} AND (machine_id = {machine:String} OR {machine:String} = '')`;
