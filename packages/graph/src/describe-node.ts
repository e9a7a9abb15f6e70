import { unreachable } from '@weft/base';
import type { GraphNode } from '@weft/schema';
import { parseApplicationKey } from './application-key.ts';
import { formatOwner, type Owner } from './owner.ts';

export type NodeDescription = Pick<GraphNode, 'key' | 'kind' | 'label' | 'owner' | 'executable' | 'userClass'>;

/** What a node key says by itself. `hostnames` by machine id; a machine without one is called by its id. */
export function describeNode(key: string, hostnames: ReadonlyMap<string, string>): NodeDescription {
  const at = key.indexOf(':');
  const rest = key.slice(at + 1);
  switch (key.slice(0, at)) {
    case 'app':
      return describeApplication(key, rest);
    case 'name':
      return { key, kind: 'name', label: rest };
    case 'net':
      return { key, kind: 'network', label: rest };
    case 'machine':
      return { key, kind: 'machine', label: hostnames.get(rest) ?? rest };
    default:
      return { key, kind: 'address', label: rest };
  }
}

/** An application key this version cannot read is still shown, by its text. */
function describeApplication(key: string, text: string): NodeDescription {
  const application = parseApplicationKey(text);
  if (application === undefined) return { key, kind: 'application', label: text };
  const { executable, script, owner, userClass } = application;
  const program = script === undefined ? shortName(executable) : `${shortName(executable)} ${shortName(script)}`;
  const place = placeName(owner);
  const isSaid = place === undefined || program.startsWith(place) || place.startsWith(program);
  const label = isSaid ? program : `${place} · ${program}`;
  return { key, kind: 'application', label, owner: formatOwner(owner), executable, userClass };
}

/** What tells the same program of two owners apart; undefined where nothing is known but that it runs on a machine. */
function placeName(owner: Owner): string | undefined {
  switch (owner.kind) {
    case 'workload':
      return owner.name;
    case 'image':
      return shortName(`/${owner.repository}`);
    case 'unit':
      return owner.name.replace(/\.service$/, '');
    case 'package':
      return owner.name;
    case 'role':
      return owner.name === 'machine' ? undefined : owner.name;
    default:
      return unreachable(owner);
  }
}

/** `/opt/app/server` is `server`; `/srv/*` says more whole. */
function shortName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path.startsWith('/') && name !== '*' && name !== '' ? name : path;
}
