import { createRoute, type AnyRoute } from '@tanstack/react-router';
import { OverviewPage } from './overview-page.tsx';

export function createOverviewRoute(parent: AnyRoute): AnyRoute {
  return createRoute({ getParentRoute: () => parent, path: '/', component: OverviewPage });
}
