import { compareText } from './fold.ts';
import { parseIpAddress } from './ip-address.ts';
import type { ListenerRow, MachineRow } from './graph-rows.ts';
import { applicationNode, loopbackNode } from './peer-key.ts';

/** A node that was found, and the machine it is on where that is known. */
export interface Located {
  readonly node: string;
  readonly machineId: string | undefined;
}

/** Agents write it where no process could be found: the machine itself acts. */
const unknownApplication = 'machine';

/** Turns node keys as one machine sees them into node keys that mean the same for all. */
export class AddressBook {
  private readonly machinesByAddress: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly listenersByPort: ReadonlyMap<string, readonly ListenerRow[]>;

  constructor(machines: readonly MachineRow[], listeners: readonly ListenerRow[]) {
    this.machinesByAddress = indexMachines(machines);
    this.listenersByPort = indexListeners(listeners);
  }

  /** The reporting machine's own side. */
  local(key: string, machineId: string): Located {
    return { node: key === applicationNode(unknownApplication) ? machineNode(machineId) : key, machineId };
  }

  /** The other side, which may be this machine too. `port` when that side accepts on it. */
  remote(key: string, seenBy: string, port: number | undefined): Located {
    if (key.startsWith('app:')) return this.local(key, seenBy);
    if (!key.startsWith('ip:')) return { node: key, machineId: undefined };
    const address = key.slice('ip:'.length);
    const machineId = key === loopbackNode ? seenBy : this.machineAt(address, seenBy);
    if (machineId === undefined) return { node: key, machineId };
    return { node: this.listenerNode(machineId, address, port), machineId };
  }

  /** Bridges and private networks repeat addresses: the reporting machine means its own, else only a single owner counts. */
  private machineAt(address: string, seenBy: string): string | undefined {
    const owners = this.machinesByAddress.get(address);
    if (owners === undefined || owners.has(seenBy)) return owners === undefined ? undefined : seenBy;
    return owners.size === 1 ? owners.values().next().value : undefined;
  }

  private listenerNode(machineId: string, address: string, port: number | undefined): string {
    const listeners = port === undefined ? [] : (this.listenersByPort.get(portKey(machineId, port)) ?? []);
    const listener = listeners.find((candidate) => candidate.address === address) ?? listeners.find(listensEverywhere);
    return listener === undefined ? machineNode(machineId) : this.local(applicationNode(listener.application), machineId).node;
  }
}

export function machineNode(machineId: string): string {
  return `machine:${machineId}`;
}

function indexMachines(machines: readonly MachineRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const { id, addresses } of machines) {
    for (const address of addresses.map(canonical)) {
      index.set(address, (index.get(address) ?? new Set()).add(id));
    }
  }
  return index;
}

/** All of 127.0.0.0/8 and `::1` are one address, as in node keys. */
function canonical(address: string): string {
  const parsed = parseIpAddress(address);
  return parsed === undefined ? address : parsed.kind === 'loopback' ? loopbackNode.slice('ip:'.length) : parsed.text;
}

/** Of several applications on one socket the first by key counts, whatever the order of the rows. */
function indexListeners(listeners: readonly ListenerRow[]): ReadonlyMap<string, readonly ListenerRow[]> {
  const sorted = listeners
    .map(({ machineId, address, port, application }) => ({ machineId, address: canonical(address), port, application }))
    .sort((a, b) => compareText(a.application, b.application));
  return Map.groupBy(sorted, (listener) => portKey(listener.machineId, listener.port));
}

function listensEverywhere(listener: ListenerRow): boolean {
  return listener.address === '0.0.0.0' || listener.address === '::';
}

function portKey(machineId: string, port: number): string {
  return `${port} ${machineId}`;
}
