import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { readConfigValues } from './config-values.ts';
import { readEnvironment } from './environment.ts';
import { makeConfig } from './make-config.ts';
import { parseMemorySize } from './memory-size.ts';
import { netmaskBits } from './netmask-bits.ts';
import { shownConfig } from './shown-config.ts';

const token = 'abcdefgh12345678';
const good = { tokens: { AccessToken: token }, serverurl: 'https://weft.example:8443' };
const bare = readEnvironment({});

function configOf(json: unknown, variables: Record<string, string> = {}) {
  const made = makeConfig(json, readEnvironment(variables));
  if (made.kind === 'error') throw new Error(made.error.join('\n'));
  return made.value;
}

function problemsOf(json: unknown, variables: Record<string, string> = {}): readonly string[] {
  const made = makeConfig(json, readEnvironment(variables));
  return made.kind === 'error' ? made.error : [];
}

test('the published keys', () => {
  const { config, warnings } = configOf({
    ...good,
    proxyurl: 'http://proxy.example:3128',
    cafile: '/etc/weft/ca.pem',
    tags: { Env: 'prod' },
    cmdlinefilter: { allow: ['*'], disallow: ['mysql'] },
    memlimit: '750M',
    containerengineendpoint: 'unix:///run/docker.sock',
    AnonymizeIncoming: { netmask: '255.255.255.0' },
  });
  expect(warnings).toEqual([]);
  expect(config).toEqual({
    token,
    serverUrl: new URL('https://weft.example:8443'),
    proxyUrl: 'http://proxy.example:3128/',
    caFile: '/etc/weft/ca.pem',
    tags: { Env: 'prod' },
    commandLineFilter: { allow: ['*'], disallow: ['mysql'] },
    memoryLimitBytes: 750 * 1024 * 1024,
    containerEndpoint: 'unix:///run/docker.sock',
    anonymizeIncomingBits: 24,
    isVerbose: false,
  });
});

test('the environment wins, its own names before the published ones', () => {
  const variables = {
    WEFT_ACCESS_TOKEN: 'fromenvironment1',
    LaceworkAccessToken: 'published1234',
    LaceworkServerUrl: 'https://other.example',
    LaceworkVerbose: 'true',
  };
  const { config } = configOf(good, variables);
  expect([config.token, config.serverUrl.host, config.isVerbose]).toEqual(['fromenvironment1', 'other.example', true]);
});

test('nothing at all: both things that are needed are named, with how to get them', () => {
  expect(problemsOf({})).toEqual([
    expect.stringMatching(/^tokens\.AccessToken is missing.*weft agent-token create.*WEFT_ACCESS_TOKEN/),
    expect.stringMatching(/^serverurl is missing.*WEFT_SERVER_URL/),
  ]);
});

test('all problems at once, each with its key', () => {
  const problems = problemsOf({
    tokens: { AccessToken: 7 },
    serverurl: 'http://weft.example',
    memlimit: 'much',
    tags: { a: 1 },
    cmdlinefilter: { allow: 'mysql' },
    proxyurl: 'ftp://x',
  });
  const keys = problems.map((problem) => problem.split(' ')[0] ?? '');
  expect(keys.toSorted((a, b) => a.localeCompare(b))).toEqual([
    'cmdlinefilter.allow',
    'memlimit',
    'proxyurl',
    'serverurl',
    'tags',
    'tokens.AccessToken',
  ]);
});

test('a wrong token is not printed', () => {
  const problems = problemsOf({ ...good, accesstoken: 'x', tokens: { AccessToken: 'no token at all!' } });
  expect(problems).toEqual([expect.stringContaining('tokens.AccessToken is not a token (16 characters)')]);
  expect(problems.join()).not.toContain('no token at all');
});

test('an unknown key is ignored, with what may have been meant; a key of later is named', () => {
  const { warnings } = configOf({ ...good, serverul: 'x', fim: { mode: 'enable' }, cmdlinefilter: { alow: [] } });
  expect(warnings).toEqual([
    'serverul: unknown key, ignored; did you mean serverurl?',
    'fim: this version does not honour it yet',
    'cmdlinefilter.alow: unknown key, ignored; did you mean cmdlinefilter.allow?',
  ]);
});

test('shown, secrets are masked', () => {
  const { config } = configOf({ ...good, proxyurl: 'http://user:secret@proxy.example:3128' });
  const shown = JSON.stringify(shownConfig(config));
  expect(shown).toContain('abcdefgh…');
  expect(shown).not.toContain(token);
  expect(shown).not.toContain('secret');
});

test('any JSON gives a configuration or problems, never a fault', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(['ok', 'error']).toContain(makeConfig(json, bare).kind);
      readConfigValues(json);
    }),
  );
});

test('a limit that the agent passes at rest is refused by name', () => {
  for (const memlimit of ['0', '50M']) {
    expect(problemsOf({ ...good, memlimit })).toEqual([
      `memlimit must be a size of at least 100M, such as "200M" or "1g", got "${memlimit}"`,
    ]);
  }
});

test.each([
  ['750M', 750 * 1024 ** 2],
  ['1g', 1024 ** 3],
  ['200MB', 200 * 1024 ** 2],
  ['1.5GiB', 1.5 * 1024 ** 3],
  ['4096', 4096],
  ['much', undefined],
  ['-1M', undefined],
  ['', undefined],
])('memory %p', (text, bytes) => {
  expect(parseMemorySize(text)).toEqual(bytes);
});

test.each([
  ['255.255.255.0', 24],
  ['0.0.0.0', 0],
  ['/16', 16],
  ['255.0.255.0', undefined],
  ['33', undefined],
  ['x', undefined],
])('netmask %p', (text, bits) => {
  expect(netmaskBits(text)).toEqual(bits);
});

test('what may be a secret is in no problem: problems go to the log', () => {
  const secret = 'hunter2hunter2';
  for (const json of [
    { tokens: secret },
    { tokens: { AccessToken: [secret] } },
    { accesstoken: `${secret} ` },
    { proxyurl: `ftp://me:${secret}@proxy` },
    { proxyurl: [`http://me:${secret}@proxy`] },
  ]) {
    const made = makeConfig({ serverurl: 'https://a.example', ...json }, readEnvironment({}));
    expect(made.kind).toBe('error');
    expect(JSON.stringify(made)).not.toContain(secret);
  }
});
