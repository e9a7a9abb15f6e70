import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';

/** Comes in a file of its own, as it draws a small graph. */
export function createApplicationRoute(parent: AnyRoute): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path: '/application',
    component: lazyRouteComponent(() => import('./application-page.tsx'), 'ApplicationPage'),
  });
}
