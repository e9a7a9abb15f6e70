import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { places } from '../links/place.ts';
import { PageHeader } from '../page/page-header.tsx';
import { TabLinks } from '../page/tab-links.tsx';
import { AgentTokensSection } from './agent-tokens-section.tsx';
import { ApiKeysSection } from './api-keys-section.tsx';
import { DatasourcesSection } from './datasources-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { SystemSection } from './system-section.tsx';

const sections = [
  { id: 'agent-tokens', title: 'Agent tokens', body: AgentTokensSection },
  { id: 'people', title: 'People', body: PeopleSection },
  { id: 'api-keys', title: 'API keys', body: ApiKeysSection },
  { id: 'data-sources', title: 'Data sources', body: DatasourcesSection },
  { id: 'system', title: 'System', body: SystemSection },
] as const;

export function SettingsPage(): ReactNode {
  const { section: wanted } = useParams({ strict: false });
  const section = sections.find(({ id }) => id === wanted) ?? sections[0];
  const Body = section.body;
  return (
    <>
      <PageHeader title="Settings" />
      <TabLinks label="Settings" current={section.id} tabs={sections.map(({ id, title }) => ({ id, title, place: places.settings(id) }))} />
      <Body key={section.id} />
    </>
  );
}
