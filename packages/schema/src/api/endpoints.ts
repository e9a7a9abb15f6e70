import { accessEndpoints } from './access.ts';
import { graphEndpoints } from './graph.ts';
import { machineEndpoints } from './machines.ts';
import { platformEndpoints } from './platform.ts';

/** The whole HTTP API, by operation id. */
export const endpoints = { ...accessEndpoints, ...machineEndpoints, ...graphEndpoints, ...platformEndpoints } as const;

export type EndpointName = keyof typeof endpoints;
