import { createRoute, type AnyRoute } from '@tanstack/react-router';
import { MachinePage } from './machine-page.tsx';

export function createMachineRoute(parent: AnyRoute): AnyRoute {
  return createRoute({ getParentRoute: () => parent, path: '/machines/$machineId', component: MachinePage });
}
