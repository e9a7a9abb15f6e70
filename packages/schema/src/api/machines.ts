import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, limit, listOf, timeRange } from './shared.ts';

const machineId = z.object({ machineId: z.string() });

export const machine = z.object({
  id: z.string(),
  hostname: z.string(),
  agentStatus: z.enum(['ACTIVE', 'INACTIVE']).describe('ACTIVE: checked in within the last 5 minutes.'),
  agentVersion: z.string(),
  agentStartedAt: instant.optional(),
  lastCheckInAt: instant,
  createdAt: instant.describe('First check-in ever.'),
  osName: z.string(),
  osVersion: z.string(),
  osDescription: z.string(),
  kernelRelease: z.string(),
  architecture: z.string(),
  cpuModel: z.string().optional(),
  cpuCount: z.int(),
  memoryBytes: z.int(),
  bootedAt: instant.optional(),
  addresses: z.array(z.string()),
  tags: z.record(z.string(), z.string()),
  tiers: z.record(z.string(), z.string()).describe('Feature to tier.'),
  tierReasons: z.record(z.string(), z.string()),
  lostEvents: z.int().describe('Events the agent lost in the time range.'),
});
export type Machine = z.infer<typeof machine>;

export const processRow = z.object({
  pidHash: z.int(),
  pid: z.int(),
  parentPid: z.int(),
  parentPidHash: z.int(),
  groupId: z.int(),
  sessionId: z.int(),
  startedAt: instant,
  seenAt: instant,
  exitedAt: instant.optional(),
  exitCode: z.int().optional(),
  exitSignal: z.int().optional(),
  userName: z.string().optional(),
  uid: z.int(),
  exePath: z.string().optional(),
  commandLine: z.string(),
  isCommandLineCut: z.boolean(),
  cwd: z.string().optional(),
  comm: z.string(),
  containerId: z.string().optional(),
  application: z.string(),
  keptBecause: z.string(),
});
export type ProcessRow = z.infer<typeof processRow>;

export const execRow = z.object({
  executedAt: instant,
  pid: z.int(),
  pidHash: z.int(),
  parentPid: z.int(),
  parentPidHash: z.int(),
  parentExePath: z.string().optional(),
  parentApplication: z.string().optional(),
  userName: z.string().optional(),
  uid: z.int(),
  exePath: z.string(),
  commandLine: z.string(),
  isCommandLineCut: z.boolean(),
  cwd: z.string().optional(),
  containerId: z.string().optional(),
  application: z.string(),
});

export const connectionRow = z.object({
  machineId: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  protocol: z.string(),
  application: z.string(),
  exePath: z.string().optional(),
  userName: z.string().optional(),
  peer: z.string().describe('Node of the graph.'),
  peerAddress: z.string(),
  peerName: z.string().optional(),
  peerApplication: z.string().optional(),
  port: z.int(),
  opened: z.int(),
  failed: z.int(),
  sentBytes: z.int(),
  receivedBytes: z.int(),
  firstAt: instant,
  lastAt: instant,
  containerId: z.string().optional(),
});
export type ConnectionRow = z.infer<typeof connectionRow>;

export const listenerRow = z.object({
  protocol: z.string(),
  address: z.string(),
  port: z.int(),
  application: z.string(),
  exePath: z.string().optional(),
  userName: z.string().optional(),
  containerId: z.string().optional(),
  seenAt: instant,
  closedAt: instant.optional(),
});

export const dnsRow = z.object({
  askedAt: instant,
  application: z.string(),
  serverAddress: z.string(),
  name: z.string(),
  recordType: z.string(),
  responseCode: z.string().optional(),
  answerAddress: z.string().optional(),
  ttl: z.int().optional(),
});

export const containerRow = z.object({
  machineId: z.string(),
  containerId: z.string(),
  runtime: z.string(),
  name: z.string().optional(),
  imageRepository: z.string().optional(),
  imageTag: z.string().optional(),
  imageId: z.string().optional(),
  startedAt: instant.optional(),
  stoppedAt: instant.optional(),
  seenAt: instant,
  isPrivileged: z.boolean().optional(),
  podName: z.string().optional(),
  podNamespace: z.string().optional(),
});

export const agentMetricRow = z.object({
  at: instant,
  cpuPercent: z.number(),
  kernelPercent: z.number().optional(),
  residentBytes: z.int(),
  captured: z.int(),
  lost: z.int(),
  rowsSent: z.int(),
  bytesSent: z.int(),
  queuedRows: z.int(),
  spooledBytes: z.int(),
  spooledBatches: z.int(),
  processesKnown: z.int(),
});

export const agentGapRow = z.object({
  startedAt: instant,
  endedAt: instant,
  lostWhere: z.string(),
  lostWhat: z.string(),
  lost: z.int().optional(),
  reason: z.string(),
});

const text = { text: z.string().max(200).optional().describe('Only rows that contain this text.') };

export const machineEndpoints = {
  listMachines: endpoint({
    method: 'GET',
    path: '/api/v1/machines',
    role: 'viewer',
    summary: 'Machines that ever reported, and their agents.',
    query: z.object({ ...timeRange, ...limit }),
    answer: listOf(machine),
  }),
  getMachine: endpoint({
    method: 'GET',
    path: '/api/v1/machines/{machineId}',
    role: 'viewer',
    summary: 'One machine.',
    params: machineId,
    query: z.object({ ...timeRange }),
    answer: machine,
  }),
  listMachineProcesses: endpoint({
    method: 'GET',
    path: '/api/v1/machines/{machineId}/processes',
    role: 'viewer',
    summary: 'Processes seen in the time range, newest first; one row each.',
    params: machineId,
    query: z.object({ ...timeRange, ...limit, ...text }),
    answer: listOf(processRow),
  }),
  listMachineExecs: endpoint({
    method: 'GET',
    path: '/api/v1/machines/{machineId}/execs',
    role: 'viewer',
    summary: 'Every program started in the time range, newest first.',
    params: machineId,
    query: z.object({ ...timeRange, ...limit, ...text }),
    answer: listOf(execRow),
  }),
  listMachineConnections: endpoint({
    method: 'GET',
    path: '/api/v1/machines/{machineId}/connections',
    role: 'viewer',
    summary: 'Connections of the time range: one row per application, peer, port and direction.',
    params: machineId,
    query: z.object({ ...timeRange, ...limit, ...text }),
    answer: listOf(connectionRow),
  }),
  listMachineListeners: endpoint({
    method: 'GET',
    path: '/api/v1/machines/{machineId}/listeners',
    role: 'viewer',
    summary: 'Listening sockets seen in the time range.',
    params: machineId,
    query: z.object({ ...timeRange, ...limit }),
    answer: listOf(listenerRow),
  }),
  listMachineDns: endpoint({
    method: 'GET',
    path: '/api/v1/machines/{machineId}/dns',
    role: 'viewer',
    summary: 'Names asked in the time range, newest first.',
    params: machineId,
    query: z.object({ ...timeRange, ...limit, ...text }),
    answer: listOf(dnsRow),
  }),
  listMachineContainers: endpoint({
    method: 'GET',
    path: '/api/v1/machines/{machineId}/containers',
    role: 'viewer',
    summary: 'Containers seen in the time range.',
    params: machineId,
    query: z.object({ ...timeRange, ...limit }),
    answer: listOf(containerRow),
  }),
  listMachineMetrics: endpoint({
    method: 'GET',
    path: '/api/v1/machines/{machineId}/metrics',
    role: 'viewer',
    summary: 'What the agent says about itself, oldest first; widened so that at most about 1,000 points come.',
    params: machineId,
    query: z.object({ ...timeRange }),
    answer: listOf(agentMetricRow),
  }),
  listMachineGaps: endpoint({
    method: 'GET',
    path: '/api/v1/machines/{machineId}/gaps',
    role: 'viewer',
    summary: 'Stretches of time in which the agent lost something.',
    params: machineId,
    query: z.object({ ...timeRange, ...limit }),
    answer: listOf(agentGapRow),
  }),
} as const;
