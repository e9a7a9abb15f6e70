import { Skeleton } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { Role } from '@weft/schema';
import { useContext, type ReactNode } from 'react';
import { mayAct, WhoContext } from '../app/who-context.ts';
import { places } from '../links/place.ts';
import { PageHeader } from '../page/page-header.tsx';
import { TabLinks } from '../page/tab-links.tsx';
import { Empty } from '../states/empty.tsx';
import { AgentTokensSection } from './agent-tokens-section.tsx';
import { ApiKeysSection } from './api-keys-section.tsx';
import { DatasourcesSection } from './datasources-section.tsx';
import { notForRole } from './not-for-role.ts';
import { PeopleSection } from './people-section.tsx';
import { SystemSection } from './system-section.tsx';

interface Section {
  readonly id: string;
  readonly title: string;
  /** The least role that the server answers. */
  readonly least: Role;
  readonly body: () => ReactNode;
}

const sections: readonly [Section, ...Section[]] = [
  { id: 'agent-tokens', title: 'Agent tokens', least: 'analyst', body: AgentTokensSection },
  { id: 'people', title: 'People', least: 'admin', body: PeopleSection },
  { id: 'api-keys', title: 'API keys', least: 'admin', body: ApiKeysSection },
  { id: 'data-sources', title: 'Data sources', least: 'viewer', body: DatasourcesSection },
  { id: 'system', title: 'System', least: 'viewer', body: SystemSection },
];

/** Without a section in the address: the first that the person may see. */
export function SettingsPage(): ReactNode {
  const { section: wanted } = useParams({ strict: false });
  const who = useContext(WhoContext);
  const section =
    sections.find(({ id }) => id === wanted) ?? sections.find(({ least }) => who === undefined || mayAct(who, least)) ?? sections[0];
  const Body = section.body;
  return (
    <>
      <PageHeader title="Settings" />
      <TabLinks label="Settings" current={section.id} tabs={sections.map(({ id, title }) => ({ id, title, place: places.settings(id) }))} />
      {who === undefined && <Skeleton height={240} aria-label="Loading the settings" />}
      {who !== undefined && (mayAct(who, section.least) ? <Body key={section.id} /> : <Empty {...notForRole(section.least)} />)}
    </>
  );
}
