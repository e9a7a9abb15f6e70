export { applicationKey, parseApplicationKey, type Application, type ApplicationInput } from './application-key.ts';
export { formatOwner, parseOwner, type Owner } from './owner.ts';
export { applicationNode, nameNode, peerKey, type PeerInput } from './peer-key.ts';
export type { UserClass } from './user-class.ts';
