import { createRootRoute, createRoute, type AnyRoute } from '@tanstack/react-router';
import { createApplicationRoute } from '../application/route.ts';
import { createApplicationsRoute } from '../applications/route.ts';
import { createGraphRoute } from '../graph/route.ts';
import { createMachineRoute } from '../machine/route.ts';
import { createMachinesRoute } from '../machines/route.ts';
import { createOverviewRoute } from '../overview/route.ts';
import { createSettingsRoute } from '../settings/route.ts';
import { createClaimRoute, createSignInRoute } from '../sign-in/route.ts';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

const pages = [
  createOverviewRoute,
  createGraphRoute,
  createMachinesRoute,
  createMachineRoute,
  createApplicationsRoute,
  createApplicationRoute,
  createSettingsRoute,
  createNotFoundRoute,
];

/** All pages. Each page's folder makes its own route; what needs a person signed in is a child of the shell. */
export function createRouteTree(): AnyRoute {
  const root = createRootRoute();
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
  shell.addChildren(pages.map((create) => create(shell)));
  root.addChildren([shell, createSignInRoute(root), createClaimRoute(root)]);
  return root;
}

/** Any other address, within the shell, so that the way back is at hand. */
function createNotFoundRoute(parent: AnyRoute): AnyRoute {
  return createRoute({ getParentRoute: () => parent, path: '/$', component: NotFound });
}
