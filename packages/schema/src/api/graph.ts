import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, limit, listOf, timeRange } from './shared.ts';
import { containerRow, execRow } from './machines.ts';

export const applicationRow = z.object({
  application: z.string(),
  owner: z.string().describe('Readable owner, such as `image:redis` or `unit:ssh.service`.'),
  executable: z.string(),
  script: z.string().optional(),
  userClass: z.string(),
  machines: z.array(z.string()).describe('Machine ids, at most 100.'),
  machineCount: z.int(),
  instances: z.int().describe('Distinct processes in the time range.'),
  users: z.array(z.string()),
  exePaths: z.array(z.string()),
  firstSeenAt: instant.describe('First seen ever, within retention.'),
  lastSeenAt: instant,
  talksTo: z.int().describe('Distinct peers it connected to.'),
  sentBytes: z.int(),
  receivedBytes: z.int(),
});
export type ApplicationRow = z.infer<typeof applicationRow>;

export const graphNode = z.object({
  key: z.string(),
  kind: z.enum(['application', 'name', 'network', 'address', 'machine']),
  label: z.string(),
  owner: z.string().optional(),
  executable: z.string().optional(),
  userClass: z.string().optional(),
  machines: z.array(z.string()).describe('Machine ids, at most 100.'),
  machineCount: z.int(),
  instances: z.int(),
  users: z.array(z.string()),
  sentBytes: z.int(),
  receivedBytes: z.int(),
  firstAt: instant.describe('First seen in the time range.'),
  lastAt: instant,
  isNew: z.boolean().describe('Not seen in the 90 days before the time range began.'),
});
export type GraphNode = z.infer<typeof graphNode>;

export const graphEdge = z.object({
  key: z.string(),
  kind: z.enum(['launch', 'connection', 'dns']),
  source: z.string(),
  target: z.string(),
  port: z.int().optional(),
  events: z.int(),
  failed: z.int(),
  sentBytes: z.int(),
  receivedBytes: z.int(),
  instances: z.int(),
  machines: z.array(z.string()).describe('Machine ids, at most 100.'),
  machineCount: z.int(),
  firstAt: instant,
  lastAt: instant,
  isNew: z.boolean(),
});
export type GraphEdge = z.infer<typeof graphEdge>;

const application = z.object({ application: z.string() });

export const graphEndpoints = {
  listApplications: endpoint({
    method: 'GET',
    path: '/api/v1/applications',
    role: 'viewer',
    summary: 'One row per application seen in the time range.',
    query: z.object({ ...timeRange, ...limit, machine: z.string().optional(), text: z.string().max(200).optional() }),
    answer: listOf(applicationRow),
  }),
  getApplication: endpoint({
    method: 'GET',
    path: '/api/v1/application',
    role: 'viewer',
    summary: 'One application by its key.',
    query: application.extend(timeRange),
    answer: applicationRow.extend({
      containers: z.array(containerRow),
      recentExecs: z.array(execRow.extend({ machineId: z.string() })).describe('The newest 100.'),
    }),
  }),
  getGraph: endpoint({
    method: 'GET',
    path: '/api/v1/graph',
    role: 'viewer',
    summary: 'The behaviour graph of the time range, whole hours.',
    query: z.object({
      ...timeRange,
      machine: z.string().optional().describe('Machine id.'),
      owner: z.string().optional(),
      kinds: z.string().optional().describe('Comma-separated edge kinds: launch, connection, dns.'),
      text: z.string().max(200).optional(),
      around: z.string().optional().describe('Only this node and its neighbours.'),
      maxNodes: z.coerce.number().int().min(1).max(10_000).optional().describe('Heaviest nodes kept; 2,000 when unset.'),
    }),
    answer: z.object({
      nodes: z.array(graphNode),
      edges: z.array(graphEdge),
      shownNodes: z.int(),
      totalNodes: z.int(),
      shownEdges: z.int(),
      totalEdges: z.int(),
      from: instant,
      to: instant,
    }),
  }),
  listGraphHours: endpoint({
    method: 'GET',
    path: '/api/v1/graph/hours',
    role: 'viewer',
    summary: 'Hours that have edges, with how many nodes and edges came and went: the slider of the graph page.',
    query: z.object({ ...timeRange }),
    answer: listOf(z.object({ hour: instant, edges: z.int(), newEdges: z.int() })),
  }),
} as const;
