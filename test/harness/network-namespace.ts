import { run } from './programs.ts';

/** A network of its own for a server, joined to this machine by one cable (veth) that can be cut. */
export interface NetworkNamespace {
  /** Put before a command to run it there. */
  readonly prefix: readonly string[];
  /** Its address, reachable from this machine. */
  readonly address: string;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Addresses are of 198.51.100.0/24, kept for documentation and tests (RFC 5737), so that no real network is hidden. */
export async function createNetworkNamespace(): Promise<NetworkNamespace> {
  const name = `weft-test-${process.pid}`;
  const [here, there] = [`wt${process.pid}a`, `wt${process.pid}b`];
  const ip = (...args: string[]): Promise<string> => run(['ip', ...args]);
  await ip('netns', 'add', name);
  await ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name);
  await ip('addr', 'add', '198.51.100.1/30', 'dev', here);
  await ip('link', 'set', here, 'up');
  await ip('-n', name, 'addr', 'add', '198.51.100.2/30', 'dev', there);
  await ip('-n', name, 'link', 'set', there, 'up');
  await ip('-n', name, 'link', 'set', 'lo', 'up');
  return {
    prefix: ['ip', 'netns', 'exec', name],
    address: '198.51.100.2',
    cut: async () => void (await ip('link', 'set', here, 'down')),
    mend: async () => void (await ip('link', 'set', here, 'up')),
    remove: async () => void (await ip('netns', 'del', name)),
  };
}
