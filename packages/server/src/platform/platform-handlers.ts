import type { Handlers } from '../http/handler.ts';
import { createGetOverview } from './get-overview.ts';
import { createGetSystem } from './get-system.ts';
import { createListDatasources } from './list-datasources.ts';
import type { PlatformParts } from './platform-parts.ts';
import { createSearch } from './search-everything.ts';

/** Overview, search, the server about itself, data sources. */
export function platformHandlers(parts: PlatformParts): Handlers<'getOverview' | 'search' | 'getSystem' | 'listDatasources'> {
  return {
    getOverview: createGetOverview(parts),
    search: createSearch(parts),
    getSystem: createGetSystem(parts),
    listDatasources: createListDatasources(),
  };
}
