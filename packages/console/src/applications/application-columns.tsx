import type { ApplicationRow } from '@weft/schema';
import { ownerWords } from '../links/owner-words.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { MachineLinks } from '../dossier/machine-links.tsx';
import type { Column } from '../table/column.ts';
import { applicationName } from './application-name.ts';

/** An application and the names of the machines it runs on. */
export interface ApplicationListRow {
  readonly application: ApplicationRow;
  readonly machineNames: readonly string[];
}

/** One row per application. `names`: host name by machine id. */
export function applicationColumns(names: ReadonlyMap<string, string>): readonly Column<ApplicationListRow>[] {
  return applicationFields.map((column) => (column.id === 'machine' ? withLinks(column, names) : column));
}

function withLinks(column: Column<ApplicationListRow>, names: ReadonlyMap<string, string>): Column<ApplicationListRow> {
  return {
    ...column,
    cell: ({ application }) => <MachineLinks machines={{ ids: application.machines, count: application.machineCount }} names={names} />,
  };
}

/** The same without links: what the address and the filter know of. */
export const applicationFields: readonly Column<ApplicationListRow>[] = [
  {
    id: 'application',
    title: 'Application',
    meaning: 'Executable, and the script it runs.',
    kind: 'text',
    widthPx: 200,
    isGrowing: true,
    value: ({ application }) => applicationName(application),
    cell: ({ application }) => (
      <PageLink place={places.application(application.application)} title={application.application}>
        {applicationName(application)}
      </PageLink>
    ),
  },
  {
    id: 'owner',
    title: 'Owner',
    meaning: 'Image, unit, package or role it belongs to.',
    kind: 'text',
    widthPx: 140,
    isGrowing: true,
    value: ({ application }) => application.owner,
    cell: ({ application: { owner } }) => <span title={owner}>{ownerWords(owner)}</span>,
  },
  {
    id: 'class',
    title: 'Runs as',
    meaning: 'root, service (system user) or human.',
    kind: 'text',
    widthPx: 84,
    value: ({ application }) => application.userClass,
  },
  { id: 'user', title: 'Users', kind: 'texts', widthPx: 90, value: ({ application }) => application.users },
  {
    id: 'machine',
    title: 'Machines',
    meaning: 'Where it ran in the time range.',
    kind: 'texts',
    widthPx: 120,
    isGrowing: true,
    value: ({ machineNames }) => machineNames,
  },
  {
    id: 'on',
    title: 'On',
    meaning: 'Number of machines.',
    kind: 'count',
    widthPx: 64,
    value: ({ application }) => application.machineCount,
  },
  {
    id: 'processes',
    title: 'Processes',
    meaning: 'Distinct processes in the time range.',
    kind: 'count',
    widthPx: 92,
    value: ({ application }) => application.instances,
  },
  {
    id: 'peers',
    title: 'Talks to',
    meaning: 'Distinct peers it connected to.',
    kind: 'count',
    widthPx: 84,
    value: ({ application }) => application.talksTo,
  },
  { id: 'sent', title: 'Sent', kind: 'bytes', widthPx: 92, value: ({ application }) => application.sentBytes },
  { id: 'received', title: 'Received', kind: 'bytes', widthPx: 92, value: ({ application }) => application.receivedBytes },
  {
    id: 'first',
    title: 'First seen',
    meaning: 'First seen ever, within retention.',
    kind: 'time',
    widthPx: 116,
    value: ({ application }) => application.firstSeenAt,
  },
  { id: 'last', title: 'Last seen', kind: 'time', widthPx: 104, value: ({ application }) => application.lastSeenAt },
  { id: 'path', title: 'Executable paths', kind: 'texts', widthPx: 180, isGrowing: true, value: ({ application }) => application.exePaths },
  {
    id: 'script',
    title: 'Script',
    meaning: 'What the interpreter runs.',
    kind: 'code',
    widthPx: 160,
    isGrowing: true,
    value: ({ application }) => application.script,
  },
];
