import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';

/** The graph page comes in a file of its own: the drawing library is a third of the console and nobody else needs it. */
export function createGraphRoute(parent: AnyRoute): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path: '/graph',
    component: lazyRouteComponent(() => import('./graph-page.tsx'), 'GraphPage'),
  });
}
