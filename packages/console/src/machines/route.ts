import { createRoute, type AnyRoute } from '@tanstack/react-router';
import { MachinesPage } from './machines-page.tsx';

export function createMachinesRoute(parent: AnyRoute): AnyRoute {
  return createRoute({ getParentRoute: () => parent, path: '/machines', component: MachinesPage });
}
