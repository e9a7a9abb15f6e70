/** What a key holds. `section` has keys of its own; `map` has any keys, with texts. */
export type KeyType = 'text' | 'boolean' | 'texts' | 'map' | 'section';

export interface ConfigKey {
  readonly type: KeyType;
  /** What this version does with the key: honours it, or knows it from the published configuration and warns. */
  readonly isHonoured: boolean;
}

const honoured = (type: KeyType): ConfigKey => ({ type, isHonoured: true });
const later: ConfigKey = { type: 'text', isHonoured: false };

/** Every key there is, as a path; compared without regard to case. `cafile` is Weft's own, the others are published ones. */
export const configKeys: ReadonlyMap<string, ConfigKey> = new Map([
  ['tokens', honoured('section')],
  ['tokens.accesstoken', honoured('text')],
  ['accesstoken', honoured('text')],
  ['serverurl', honoured('text')],
  ['proxyurl', honoured('text')],
  ['cafile', honoured('text')],
  ['tags', honoured('map')],
  ['cmdlinefilter', honoured('section')],
  ['cmdlinefilter.allow', honoured('texts')],
  ['cmdlinefilter.disallow', honoured('texts')],
  ['memlimit', honoured('text')],
  ['containerengineendpoint', honoured('text')],
  ['anonymizeincoming', honoured('section')],
  ['anonymizeincoming.netmask', honoured('text')],
  ['autoupgrade', later],
  ['cpulimit', later],
  ['perfmode', later],
  ['fim', later],
  ['packagescan', later],
  ['procscan', later],
  ['codeaware', later],
  ['ebpf', later],
  ['containerruntime', later],
  ['k8snodecollector', later],
  ['metadata_request_interval', later],
  ['vmprovidercustom', later],
  ['interfaceconnectionsize', later],
  ['logstdout', later],
]);
