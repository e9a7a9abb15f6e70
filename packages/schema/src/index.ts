export type { Column, ColumnKind, Fold, Unit } from './catalogue/column.ts';
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
