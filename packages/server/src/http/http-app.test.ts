import { afterAll, beforeAll, expect, test } from 'bun:test';
import { createLocalKey } from '../access/create-local-key.ts';
import { ORIGIN, startAccessApp, type AccessApp } from '../testing/access-app.ts';

let server: AccessApp;
let key: string;
beforeAll(async () => {
  server = await startAccessApp();
  key = await createLocalKey(server.parts, 'test');
});
afterAll(() => server.close());

test.each([
  ['GET', '/healthz', 200],
  ['GET', '/api/v1/openapi.json', 200],
  ['GET', '/metrics', 200],
  ['GET', '/api/v1/auth/me', 401],
  ['GET', '/api/v1/nothing', 404],
  ['GET', '/', 503],
  ['POST', '/intake/v1/batches', 200],
])('%s %s carries the security headers and a request id', async (method, path, status) => {
  const { headers, status: got } = await server.send(method, path);
  expect(got).toBe(status);
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('strict-transport-security')).toContain('max-age=');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
});

const admin = () => ({ key });

test.each<[string, string, string, Record<string, unknown>, number, string]>([
  ['not JSON', 'POST', '/api/v1/agent-tokens', { body: '{"name":' }, 400, 'invalid'],
  ['a list', 'POST', '/api/v1/agent-tokens', { body: [] }, 400, 'invalid'],
  ['no body', 'POST', '/api/v1/agent-tokens', {}, 415, 'unsupported-media'],
  [
    'another type',
    'POST',
    '/api/v1/agent-tokens',
    { body: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'unsupported-media',
  ],
  ['too large', 'POST', '/api/v1/agent-tokens', { body: { name: 'x'.repeat(70_000) } }, 413, 'too-large'],
  ['an unknown field', 'POST', '/api/v1/agent-tokens', { body: { name: 'x', nmae: 'y' } }, 400, 'invalid'],
  ['a wrong value', 'POST', '/api/v1/api-keys', { body: { name: '', role: 'root' } }, 400, 'invalid'],
  ['an unknown id', 'PATCH', '/api/v1/people/none', { body: { isDisabled: true } }, 404, 'not-found'],
  ['a range that ends before it begins', 'GET', '/api/v1/overview?from=2030-01-01T00:00:00Z', {}, 400, 'invalid'],
  ['an unknown kind', 'GET', '/api/v1/graph?kinds=launch,magic', {}, 400, 'invalid'],
  ['a limit above the contract', 'GET', '/api/v1/machines?limit=100000', {}, 400, 'invalid'],
  ['an unknown path', 'GET', '/api/v1/machine', {}, 404, 'not-found'],
  ['a wrong method', 'PUT', '/api/v1/people', {}, 404, 'not-found'],
])('%s is refused with its reason', async (_, method, path, options, status, code) => {
  const answer = await server.send(method, path, { ...admin(), ...options });
  expect(answer).toMatchObject({ status, body: { code } });
  for (const field of ['message', 'mend', 'requestId']) expect(String(answer.body[field]).length).toBeGreaterThan(5);
  expect(answer.headers.get('x-request-id')).toBe(String(answer.body['requestId']));
  if (code === 'invalid') expect(JSON.stringify(answer.body['problems'])).toMatch(/(?:body|query|path)/);
});

test('a fault answers without its insides; the log has them under the request id', async () => {
  const answer = await server.send('GET', '/api/v1/machines', admin());
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
  expect(JSON.stringify(answer.body)).not.toContain('no warehouse');
  expect(server.log()).toContain(`requestId="${String(answer.body['requestId'])}"`);
  expect(server.log()).toContain('no warehouse in this test');
});

test('a body that says it is short and is not is cut off', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(16_384).fill(32)),
  });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const response = await server.app(new Request(`${ORIGIN}/api/v1/agent-tokens`, { method: 'POST', headers, body }), '192.0.2.1');
  expect(response.status).toBe(413);
});

test('answers to questions are not kept by browsers', async () => {
  expect((await server.send('GET', '/api/v1/people', admin())).headers.get('cache-control')).toBe('no-store');
});

test('requests are counted by endpoint and status', async () => {
  await server.send('GET', '/api/v1/people', admin());
  const response = await server.app(new Request(`${ORIGIN}/metrics`), '192.0.2.1');
  expect(await response.text()).toMatch(/weft_http_request_seconds_count\{endpoint="listPeople",status="200"\} \d+/);
});
