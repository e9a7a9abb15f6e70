import { createRoute, type AnyRoute } from '@tanstack/react-router';
import { ApplicationsPage } from './applications-page.tsx';

export function createApplicationsRoute(parent: AnyRoute): AnyRoute {
  return createRoute({ getParentRoute: () => parent, path: '/applications', component: ApplicationsPage });
}
