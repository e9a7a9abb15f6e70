import type { Machine } from '@weft/schema';
import type { ReactNode } from 'react';
import { places } from '../links/place.ts';
import { TabLinks } from '../page/tab-links.tsx';
import { oneOf } from '../url/params.ts';
import { useUrlParams } from '../url/use-url-state.ts';
import { AgentTab } from './agent-tab.tsx';
import { ConnectionsTab } from './connections-tab.tsx';
import { ContainersTab } from './containers-tab.tsx';
import { DnsTab } from './dns-tab.tsx';
import { ExecsTab } from './execs-tab.tsx';
import { ListenersTab } from './listeners-tab.tsx';
import { ProcessesTab } from './processes-tab.tsx';

export interface MachineTabProps {
  readonly machineId: string;
  readonly machine: Machine | undefined;
}

const tabs = [
  { id: 'processes', title: 'Processes', body: ProcessesTab },
  { id: 'execs', title: 'Programs started', body: ExecsTab },
  { id: 'connections', title: 'Connections', body: ConnectionsTab },
  { id: 'listeners', title: 'Listening', body: ListenersTab },
  { id: 'dns', title: 'DNS', body: DnsTab },
  { id: 'containers', title: 'Containers', body: ContainersTab },
  { id: 'agent', title: 'Agent', body: AgentTab },
] as const;

/** The tabs of a machine; the chosen one stands in the address. */
export function MachineTabs({ machineId, machine }: MachineTabProps): ReactNode {
  const wanted = oneOf(useUrlParams(), 'tab');
  const tab = tabs.find(({ id }) => id === wanted) ?? tabs[0];
  const Body = tab.body;
  return (
    <>
      <TabLinks
        label="About this machine"
        current={tab.id}
        tabs={tabs.map(({ id, title }) => ({ id, title, place: places.machine(machineId, id) }))}
      />
      <Body key={tab.id} machineId={machineId} machine={machine} />
    </>
  );
}
