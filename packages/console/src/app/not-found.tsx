import type { ReactNode } from 'react';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { usePageTitle } from '../page/use-page-title.ts';
import { Empty } from '../states/empty.tsx';

export function NotFound(): ReactNode {
  usePageTitle('No such page');
  return (
    <Empty
      title="There is no such page"
      why={
        <>
          The address may be mistyped or from another version. <PageLink place={places.overview()}>Go to the overview</PageLink>, or press /
          and search.
        </>
      }
    />
  );
}
