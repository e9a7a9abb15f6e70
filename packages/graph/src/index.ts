export { applicationKey, parseApplicationKey, type Application, type ApplicationInput } from './application-key.ts';
export { assembleGraph, type AssembledGraph } from './assemble.ts';
export type { EdgeKind, EdgeRow, GraphFilter, GraphRows, KnownBefore, ListenerRow, MachineRow, NodeRow } from './graph-rows.ts';
export { edgeRowKey } from './observation.ts';
export { formatOwner, parseOwner, type Owner } from './owner.ts';
export { applicationNode, nameNode, peerKey, type PeerInput } from './peer-key.ts';
export type { UserClass } from './user-class.ts';
