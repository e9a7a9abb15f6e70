import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'bun:test';
import { parseAgentToken } from '@weft/schema';
import { z } from 'zod';
import { startAccessApp, type AccessApp, type Answer } from '../testing/access-app.ts';
import { startPostgresql, type Postgresql } from '../testing/postgresql.ts';
import { createCheckAgentToken } from './check-agent-token.ts';
import { createLocalKey } from './create-local-key.ts';
import { prepareFirstStart } from './first-start.ts';
import { createAdminLink } from './one-time-link.ts';

const HOUR_MS = 3_600_000;
const PASSWORD = 'correct horse battery';

let server: AccessApp;
let postgresql: Postgresql;
beforeAll(async () => void (postgresql = await startPostgresql()), 60_000);
afterAll(() => postgresql.stop());

async function adminLink(): Promise<string> {
  return (await createAdminLink(server.parts)).path.replace('/claim#', '');
}

async function claim(link: string, email = 'ada@weft.example', password = PASSWORD): Promise<Answer> {
  return server.send('POST', '/api/v1/auth/claim', { body: { link, email, name: 'Ada', password } });
}

async function signIn(email: string, password: string, from?: string): Promise<Answer> {
  return server.send('POST', '/api/v1/auth/sign-in', { body: { email, password }, ...(from === undefined ? {} : { from }) });
}

async function asAdmin(): Promise<string> {
  return (await claim(await adminLink())).cookie;
}

async function invited(cookie: string, email: string, role: string): Promise<Answer> {
  const { body } = await server.send('POST', '/api/v1/people', { cookie, body: { email, role } });
  return claim(String(body['link']).replace('/claim#', ''), email);
}

describe.each(['sqlite', 'postgresql'])('%s', (kind) => {
  beforeEach(async () => void (server = await startAccessApp(kind === 'sqlite' ? undefined : await postgresql.createDatabase())));
  afterEach(() => server.close());

  describe('one-time links', () => {
    test('an admin link makes the first admin and signs in with a guarded cookie', async () => {
      const answer = await claim(await adminLink(), 'Ada@Weft.example');
      expect(answer).toMatchObject({ status: 200, body: { email: 'ada@weft.example', role: 'admin', isDisabled: false } });
      const cookie = answer.headers.get('set-cookie') ?? '';
      for (const part of ['__Host-weft-session=', 'Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part);
      expect(await server.send('GET', '/api/v1/auth/me', { cookie: answer.cookie })).toMatchObject({
        body: { kind: 'person', role: 'admin' },
      });
    });

    test('a link works once, also when used twice at the same moment', async () => {
      const link = await adminLink();
      const answers = await Promise.all([claim(link, 'a@weft.example'), claim(link, 'b@weft.example')]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
      expect(await claim(link)).toMatchObject({ status: 410, body: { code: 'link.used' } });
    });

    test('a link expires', async () => {
      const link = await adminLink();
      server.wait(24 * HOUR_MS);
      expect((await claim(link)).status).toBe(410);
    });

    test('an invitation is for its email and its role', async () => {
      const cookie = await asAdmin();
      const { body } = await server.send('POST', '/api/v1/people', { cookie, body: { email: 'Bo@weft.example', role: 'viewer' } });
      const link = String(body['link']).replace('/claim#', '');
      expect(await claim(link, 'eve@weft.example')).toMatchObject({ status: 400, body: { code: 'invalid' } });
      expect(await claim(link, 'bo@weft.example')).toMatchObject({ status: 200, body: { role: 'viewer' } });
    });

    test('a second invitation replaces the first; for a known person it sets a new password and ends sessions', async () => {
      const cookie = await asAdmin();
      const { cookie: old } = await invited(cookie, 'bo@weft.example', 'analyst');
      const first = await server.send('POST', '/api/v1/people', { cookie, body: { email: 'bo@weft.example', role: 'viewer' } });
      const second = await server.send('POST', '/api/v1/people', { cookie, body: { email: 'bo@weft.example', role: 'viewer' } });
      expect((await claim(String(first.body['link']).replace('/claim#', ''), 'bo@weft.example')).status).toBe(410);
      const renewed = await claim(String(second.body['link']).replace('/claim#', ''), 'bo@weft.example', 'another good password');
      expect(renewed).toMatchObject({ status: 200, body: { role: 'analyst' } });
      expect((await server.send('GET', '/api/v1/auth/me', { cookie: old })).status).toBe(401);
      expect((await signIn('bo@weft.example', PASSWORD)).status).toBe(401);
      expect((await signIn('bo@weft.example', 'another good password')).status).toBe(200);
    });
  });

  describe('sign-in', () => {
    test('right, wrong, unknown and disabled', async () => {
      const cookie = await asAdmin();
      const bo = await invited(cookie, 'bo@weft.example', 'viewer');
      expect((await signIn('BO@weft.example', PASSWORD)).status).toBe(200);
      const wrong = await signIn('bo@weft.example', 'not the password');
      const unknown = await signIn('nobody@weft.example', 'not the password');
      await server.send('PATCH', `/api/v1/people/${String(bo.body['id'])}`, { cookie, body: { isDisabled: true } });
      const disabled = await signIn('bo@weft.example', PASSWORD);
      for (const answer of [wrong, unknown, disabled]) {
        expect(answer).toMatchObject({ status: 401, body: { code: 'sign-in.wrong' } });
        expect(answer.cookie).toBe('');
      }
      expect((await server.send('GET', '/api/v1/auth/me', { cookie: bo.cookie })).status).toBe(401);
    });

    test('guesses are slowed down with Retry-After, and a right password does not pass either', async () => {
      await asAdmin();
      const answers: Answer[] = [];
      for (let index = 0; index < 7; index += 1) answers.push(await signIn('ada@weft.example', 'a wrong password'));
      expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
      expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await signIn('ada@weft.example', PASSWORD)).status).toBe(429);
      expect((await signIn('ada@weft.example', PASSWORD, '198.51.100.9')).status).toBe(200);
      server.wait(60_000);
      expect((await signIn('ada@weft.example', PASSWORD)).status).toBe(200);
    });

    test('a session slides for 12 hours of rest and ends after 30 days', async () => {
      const cookie = await asAdmin();
      const isIn = async () => (await server.send('GET', '/api/v1/auth/me', { cookie })).status === 200;
      for (let hours = 0; hours < 30 * 24 - 11; hours += 11) {
        expect(await isIn()).toBe(true);
        server.wait(11 * HOUR_MS);
      }
      server.wait(11 * HOUR_MS);
      expect(await isIn()).toBe(false);
      const { cookie: rested } = await signIn('ada@weft.example', PASSWORD);
      server.wait(12 * HOUR_MS);
      expect((await server.send('GET', '/api/v1/auth/me', { cookie: rested })).status).toBe(401);
    });

    test('signing out ends the session on the server', async () => {
      const cookie = await asAdmin();
      const answer = await server.send('POST', '/api/v1/auth/sign-out', { cookie });
      expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
      expect((await server.send('GET', '/api/v1/auth/me', { cookie })).status).toBe(401);
    });
  });

  describe('another site', () => {
    test.each([
      ['another origin', { origin: 'https://evil.example' }],
      ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
      ['a sandboxed frame', { origin: 'null' }],
    ])('%s can neither act nor sign in', async (_, headers) => {
      const cookie = await asAdmin();
      const created = await server.send('POST', '/api/v1/api-keys', { cookie, headers, body: { name: 'x', role: 'admin' } });
      expect(created).toMatchObject({ status: 403, body: { code: 'cross-site' } });
      const link = await adminLink();
      const body = { link, email: 'eve@weft.example', name: 'Eve', password: PASSWORD };
      expect((await server.send('POST', '/api/v1/auth/claim', { headers, body })).status).toBe(403);
      expect((await server.send('GET', '/api/v1/api-keys', { cookie })).body).toEqual({ rows: [], total: 0 });
    });
  });

  describe('roles', () => {
    test.each([
      ['viewer', 'GET', '/api/v1/agent-tokens', 403],
      ['viewer', 'GET', '/api/v1/people', 403],
      ['analyst', 'GET', '/api/v1/agent-tokens', 200],
      ['analyst', 'POST', '/api/v1/agent-tokens', 403],
      ['analyst', 'GET', '/api/v1/api-keys', 403],
      ['admin', 'GET', '/api/v1/people', 200],
    ])('%s: %s %s answers %d', async (role, method, path, status) => {
      const cookie = await asAdmin();
      const created = await server.send('POST', '/api/v1/api-keys', { cookie, body: { name: role, role } });
      const key = String(created.body['key']);
      const answer = await server.send(method, path, { key, ...(method === 'POST' ? { body: { name: 'x' } } : {}) });
      expect(answer.status).toBe(status);
      if (status === 403) expect(String(answer.body['message'])).toContain(`yours is ${role}`);
    });

    test('nobody at all is told to sign in', async () => {
      for (const path of ['/api/v1/people', '/api/v1/machines', '/api/v1/overview', '/api/v1/graph'])
        expect(await server.send('GET', path)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    });

    test('the last admin can be neither demoted nor disabled', async () => {
      const admin = await claim(await adminLink());
      const path = `/api/v1/people/${String(admin.body['id'])}`;
      for (const body of [{ role: 'viewer' }, { isDisabled: true }])
        expect(await server.send('PATCH', path, { cookie: admin.cookie, body })).toMatchObject({ status: 409, body: { code: 'conflict' } });
      await invited(admin.cookie, 'bo@weft.example', 'admin');
      expect(await server.send('PATCH', path, { cookie: admin.cookie, body: { role: 'viewer' } })).toMatchObject({
        status: 200,
        body: { role: 'viewer' },
      });
      expect((await server.send('GET', '/api/v1/people', { cookie: admin.cookie })).status).toBe(403);
    });
  });

  test('two admins who demote each other at the same moment do not leave none', async () => {
    const ada = await claim(await adminLink());
    const bo = await invited(ada.cookie, 'bo@weft.example', 'admin');
    const change = (by: Answer, whom: Answer, role: string): Promise<Answer> =>
      server.send('PATCH', `/api/v1/people/${String(whom.body['id'])}`, { cookie: by.cookie, body: { role } });
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all([change(ada, bo, 'viewer'), change(bo, ada, 'viewer')]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      await change(answers[0]?.status === 200 ? ada : bo, answers[0]?.status === 200 ? bo : ada, 'admin');
    }
  });

  describe('API keys', () => {
    test('a key is shown once, works, tells when it was used, and dies with its deletion', async () => {
      const cookie = await asAdmin();
      const created = await server.send('POST', '/api/v1/api-keys', { cookie, body: { name: 'ci', role: 'viewer' } });
      const key = String(created.body['key']);
      expect(key).toMatch(/^weft_[\w-]{43}$/);
      expect(await server.send('GET', '/api/v1/auth/me', { key })).toMatchObject({ body: { kind: 'api-key', name: 'ci', role: 'viewer' } });
      const list = await server.send('GET', '/api/v1/api-keys', { cookie });
      expect(JSON.stringify(list.body)).not.toContain(key);
      const row = z
        .object({ rows: z.tuple([z.object({ id: z.string(), tag: z.string(), lastUsedAt: z.string(), createdBy: z.string() })]) })
        .parse(list.body).rows[0];
      expect(key.startsWith(row.tag)).toBe(true);
      expect(row.createdBy).toBe('ada@weft.example');
      expect((await server.send('DELETE', `/api/v1/api-keys/${row.id}`, { cookie })).status).toBe(200);
      expect((await server.send('GET', '/api/v1/auth/me', { key })).status).toBe(401);
      expect((await server.send('DELETE', `/api/v1/api-keys/${row.id}`, { cookie })).status).toBe(404);
    });

    test('the keys of a disabled person rest until the person is enabled again', async () => {
      const admin = await asAdmin();
      const bo = await invited(admin, 'bo@weft.example', 'admin');
      const made = await server.send('POST', '/api/v1/api-keys', { cookie: bo.cookie, body: { name: 'bo', role: 'admin' } });
      const key = String(made.body['key']);
      for (const [isDisabled, status] of [
        [true, 401],
        [false, 200],
      ] as const) {
        await server.send('PATCH', `/api/v1/people/${String(bo.body['id'])}`, { cookie: admin, body: { isDisabled } });
        expect((await server.send('GET', '/api/v1/people', { key })).status).toBe(status);
      }
    });

    test('a wrong key is nobody, even beside a good cookie', async () => {
      const cookie = await asAdmin();
      expect((await server.send('GET', '/api/v1/auth/me', { cookie, key: 'weft_wrong' })).status).toBe(401);
    });

    test('the local key replaces the one made before', async () => {
      const [first, second] = [await createLocalKey(server.parts, 'box'), await createLocalKey(server.parts, 'box')];
      expect((await server.send('GET', '/api/v1/people', { key: first })).status).toBe(401);
      expect((await server.send('GET', '/api/v1/people', { key: second })).status).toBe(200);
    });
  });

  describe('agent tokens', () => {
    test('a token carries the CA, is checked by its hash, and can be disabled and enabled', async () => {
      const cookie = await asAdmin();
      const check = createCheckAgentToken(server.parts);
      const created = await server.send('POST', '/api/v1/agent-tokens', { cookie, body: { name: 'fleet' } });
      const token = String(created.body['token']);
      expect(parseAgentToken(token)?.fingerprint).toBe('a4dqobyha4dqobyha4dqobyha4');
      const { id } = z.object({ agentToken: z.object({ id: z.string() }) }).parse(created.body).agentToken;
      expect(await check(token)).toEqual({ kind: 'good', tokenId: id });
      const path = `/api/v1/agent-tokens/${id}`;
      expect(await server.send('PATCH', path, { cookie, body: { isDisabled: true } })).toMatchObject({
        body: { isDisabled: true, name: 'fleet' },
      });
      expect(await check(token)).toEqual({ kind: 'disabled' });
      await server.send('PATCH', path, { cookie, body: { isDisabled: false } });
      expect(await check(token)).toEqual({ kind: 'good', tokenId: id });
      expect(await check(token.replace(/^./, token.startsWith('a') ? 'b' : 'a'))).toEqual({ kind: 'wrong' });
      expect(await check('short')).toEqual({ kind: 'wrong' });
    });

    test('machines that report with a token are counted, and a name is taken once', async () => {
      const cookie = await asAdmin();
      const created = await server.send('POST', '/api/v1/agent-tokens', { cookie, body: { name: 'fleet' } });
      const { id } = z.object({ agentToken: z.object({ id: z.string() }) }).parse(created.body).agentToken;
      for (const machine of ['m-1', 'm-2']) await server.database.run("INSERT INTO agent VALUES ($1, 'h', '1', $2, 0, 0)", [machine, id]);
      expect(await server.send('GET', '/api/v1/agent-tokens', { cookie })).toMatchObject({
        body: { total: 1, rows: [{ name: 'fleet', machines: 2 }] },
      });
      expect((await server.send('POST', '/api/v1/agent-tokens', { cookie, body: { name: 'fleet' } })).status).toBe(409);
    });
  });

  test('no secret is stored as it is', async () => {
    const cookie = await asAdmin();
    const first = await prepareFirstStart(server.parts);
    const key = await server.send('POST', '/api/v1/api-keys', { cookie, body: { name: 'ci', role: 'viewer' } });
    const link = await adminLink();
    const secrets = [cookie.split('=')[1], first.agentToken, String(key.body['key']), link, PASSWORD];
    const tables = ['person', 'session', 'api_key', 'agent_token', 'one_time_link'];
    const stored = JSON.stringify(await Promise.all(tables.map((table) => server.database.query(z.unknown(), `SELECT * FROM ${table}`))));
    for (const secret of secrets) {
      expect(secret?.length).toBeGreaterThan(20);
      expect(stored).not.toContain(String(secret));
    }
    expect(stored).toContain('$argon2id$');
  });

  test('the first start hands over a link until there is an admin, and one agent token', async () => {
    const first = await prepareFirstStart(server.parts);
    expect(first.agentToken).toMatch(/^[a-z2-7]{56}$/);
    const second = await prepareFirstStart(server.parts);
    expect(second.agentToken).toBeUndefined();
    expect((await claim(String(second.adminLinkPath).replace('/claim#', ''))).status).toBe(200);
    expect(await prepareFirstStart(server.parts)).toEqual({ adminLinkPath: undefined, agentToken: undefined });
  });
});
