import type { DataParts } from '../http/data-parts.ts';
import type { Handlers } from '../http/handler.ts';
import { createGetApplication } from './get-application.ts';
import { createGetGraph } from './get-graph.ts';
import { createListApplications } from './list-applications.ts';
import { createListGraphHours } from './list-graph-hours.ts';

/** The behaviour graph and its applications. */
export function graphHandlers(parts: DataParts): Handlers<'listApplications' | 'getApplication' | 'getGraph' | 'listGraphHours'> {
  return {
    listApplications: createListApplications(parts),
    getApplication: createGetApplication(parts),
    getGraph: createGetGraph(parts),
    listGraphHours: createListGraphHours(parts),
  };
}
