import { createRoute, type AnyRoute } from '@tanstack/react-router';
import { SettingsPage } from './settings-page.tsx';

/** `/settings` and `/settings/people` are one page, so that going between sections does not build it anew. */
export function createSettingsRoute(parent: AnyRoute): AnyRoute {
  return createRoute({ getParentRoute: () => parent, path: '/settings/{-$section}', component: SettingsPage });
}
