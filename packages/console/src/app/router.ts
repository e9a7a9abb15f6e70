import { createRouter, type AnyRouter } from '@tanstack/react-router';
import { formatParams, parseParams } from '../url/params.ts';
import { NotFound } from './not-found.tsx';
import { PageFault } from './page-fault.tsx';
import { createRouteTree } from './routes.tsx';

/** Reads and writes addresses as people type them: `?range=1h&where=machine is web-1`, no JSON in it. */
export function createConsoleRouter(): AnyRouter {
  return createRouter({
    routeTree: createRouteTree(),
    parseSearch: (query) => parseParams(query),
    stringifySearch: (search) => formatParams(search),
    defaultPreload: false,
    defaultErrorComponent: PageFault,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    scrollToTopSelectors: ['#page'],
  });
}
