import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, timeRange } from './shared.ts';

const point = z.object({ at: instant, value: z.number() });

export const platformEndpoints = {
  getOverview: endpoint({
    method: 'GET',
    path: '/api/v1/overview',
    role: 'viewer',
    summary: 'Is everything all right: machines, intake, loss, and what is new.',
    query: z.object({ ...timeRange }),
    answer: z.object({
      machines: z.object({
        active: z.int(),
        inactive: z.int(),
        longestSilent: z.object({ id: z.string(), hostname: z.string(), since: instant }).optional(),
        degraded: z.int().describe('Active machines with a feature whose tier is none.'),
      }),
      lostEvents: z.int(),
      gaps: z.int(),
      counts: z.object({
        applications: z.int(),
        processes: z.int(),
        execs: z.int(),
        connections: z.int(),
        containers: z.int(),
        dnsNames: z.int(),
        externalPeers: z.int(),
      }),
      newApplications: z
        .array(z.object({ application: z.string(), firstSeenAt: instant, machines: z.int() }))
        .describe('First seen in the time range, newest first, at most 50.'),
      newPeers: z
        .array(z.object({ peer: z.string(), firstSeenAt: instant, application: z.string() }))
        .describe('External names and networks first seen in the time range, at most 50.'),
      execsOverTime: z.array(point),
      connectionsOverTime: z.array(point),
      intake: z.object({
        rowsPerSecond: z.number().describe('Over the last 5 minutes.'),
        rejectedRows: z.int(),
        lastBatchAt: instant.optional(),
        secondsToStoreP99: z.number().optional(),
      }),
      hasHistory: z.boolean().describe('There is data from before the time range; without it everything would be new.'),
    }),
  }),
  search: endpoint({
    method: 'GET',
    path: '/api/v1/search',
    role: 'viewer',
    summary: 'Machines, applications, containers, addresses and names that contain the text.',
    query: z.object({ text: z.string().min(1).max(200) }),
    answer: z.object({
      hits: z.array(
        z.object({
          kind: z.enum(['machine', 'application', 'container', 'address', 'name', 'user']),
          id: z.string(),
          label: z.string(),
          detail: z.string(),
          machineId: z.string().optional().describe('Where a container runs.'),
        }),
      ),
    }),
  }),
  getSystem: endpoint({
    method: 'GET',
    path: '/api/v1/system',
    role: 'viewer',
    summary: 'The server about itself.',
    answer: z.object({
      version: z.string(),
      startedAt: instant,
      warehouse: z.enum(['embedded', 'cluster']),
      database: z.enum(['sqlite', 'postgresql']),
      retentionDays: z.int(),
      caFingerprint: z.string(),
      tables: z.array(
        z.object({ name: z.string(), rows: z.int(), bytes: z.int(), oldest: instant.optional(), newest: instant.optional() }),
      ),
      freeDiskBytes: z.int().optional(),
      intakeState: z.enum(['starting', 'open', 'overloaded', 'disk-full', 'failing', 'closing']),
    }),
  }),
  listDatasources: endpoint({
    method: 'GET',
    path: '/api/v1/datasources',
    role: 'viewer',
    summary: 'LQL sources with their columns, types, units and meaning.',
    answer: z.object({
      sources: z.array(
        z.object({
          name: z.string(),
          oneRowIs: z.string(),
          columns: z.array(
            z.object({
              name: z.string(),
              type: z.enum(['String', 'Timestamp', 'Number', 'Json', 'Boolean']),
              unit: z.string().optional(),
              meaning: z.string(),
              mayBeNull: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  }),
} as const;
