export type { Column, ColumnKind, Fold, Unit } from './catalogue/column.ts';
export { createTableSql, type CreateTableOptions } from './catalogue/clickhouse-ddl.ts';
export { distinctMerge, distinctState, foldFunction } from './catalogue/column-type.ts';
export type { WireRow, WireTable } from './catalogue/row.ts';
export type { Table } from './catalogue/table.ts';
export { tables, type TableName } from './catalogue/tables.ts';
export {
  agentTokenFingerprintBytes,
  agentTokenSecretBytes,
  agentTokenTag,
  caFingerprint,
  formatAgentToken,
  parseAgentToken,
  type AgentTokenParts,
} from './wire/agent-token.ts';
export {
  batchAnswer,
  batchFormat,
  batchHeader,
  batchLimits,
  rejectedLine,
  type BatchAnswer,
  type BatchHeader,
  type WireLine,
} from './wire/batch.ts';
export { checkRow, type RowCheck } from './wire/check-row.ts';
export { createApiClient, type ApiClient, type CallError, type ClientOptions } from './api/client.ts';
export { endpoint, roles, type Endpoint, type EndpointAnswer, type EndpointInput, type Role } from './api/endpoint.ts';
export { endpoints, type EndpointName } from './api/endpoints.ts';
export type { Person } from './api/access.ts';
export type { ApplicationRow, GraphEdge, GraphNode } from './api/graph.ts';
export type { ConnectionRow, Machine, ProcessRow } from './api/machines.ts';
export { problem, type Problem } from './api/shared.ts';
