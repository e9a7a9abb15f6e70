import { err, ok, type Result } from '@weft/base';
import type { EndpointAnswer, EndpointInput, EndpointName, endpoints } from '@weft/schema';
import type { Environment } from '../command/command.ts';
import type { Failure } from '../command/outcome.ts';
import { callFailure } from '../server-access/call-failure.ts';
import { findServer } from '../server-access/find-server.ts';
import { openApi } from '../server-access/open-api.ts';

type Endpoints = typeof endpoints;

/** One call of the API at the server that the environment names; a failure is ready to be shown. */
export async function askServer<N extends EndpointName>(
  environment: Environment,
  name: N,
  input: EndpointInput<Endpoints[N]>,
): Promise<Result<EndpointAnswer<Endpoints[N]>, Failure>> {
  const server = findServer(environment);
  if (server.kind === 'error') return server;
  const answer = await openApi(server.value)(name, input);
  return answer.kind === 'ok' ? ok(answer.value) : err(callFailure(server.value, answer.error));
}
