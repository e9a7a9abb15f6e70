import { expect, test } from 'bun:test';
import { createApiClient } from './client.ts';

function clientAnswering(status: number, body: unknown) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, init });
    return Promise.resolve(Response.json(body, { status }));
  };
  return { asked, call: createApiClient({ fetch, baseUrl: 'https://weft.example' }) };
}

test('path, query and body come from the contract', async () => {
  const { asked, call } = clientAnswering(200, { rows: [], total: 0 });
  await call('listMachineProcesses', { machineId: 'a/b', limit: 5, text: 'x y' });
  expect(asked[0]?.url).toBe('https://weft.example/api/v1/machines/a%2Fb/processes?limit=5&text=x+y');
  await call('createAgentToken', { name: 'fleet' });
  expect(asked[1]?.init).toMatchObject({ method: 'POST', body: '{"name":"fleet"}' });
});

test('a refusal carries the problem, an answer outside the contract is not taken', async () => {
  const problem = { code: 'forbidden', message: 'no', mend: 'ask' };
  expect(await clientAnswering(403, problem).call('getSystem', {})).toEqual({
    kind: 'error',
    error: { kind: 'refused', status: 403, problem },
  });
  expect((await clientAnswering(502, 'gateway').call('getSystem', {})).kind).toBe('error');
  expect(await clientAnswering(200, { rows: 'many' }).call('listMachines', {})).toMatchObject({
    kind: 'error',
    error: { kind: 'unreachable' },
  });
});
