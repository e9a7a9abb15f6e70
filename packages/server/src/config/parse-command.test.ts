import { expect, test } from 'bun:test';
import { parseCommand } from './parse-command.ts';

const parse = (words: readonly string[], environment = {}) =>
  parseCommand({ words, environment, workingFolder: '/here', defaultConsoleFolder: '/built' });

test('only the state folder is needed', () => {
  expect(parse(['--data', 'state'])).toEqual({
    kind: 'ok',
    value: {
      kind: 'serve',
      config: {
        dataFolder: '/here/state',
        port: 8443,
        host: '::',
        consoleFolder: '/built',
        clickhouseUrl: undefined,
        databaseUrl: undefined,
        retentionDays: { default: 92, byTable: {} },
        freeDiskFloorBytes: 536_870_912,
      },
    },
  });
});

test('everything can be said', () => {
  const words = [
    'admin-link',
    '--data=/d',
    '--port',
    '9',
    '--host',
    '127.0.0.1',
    '--console',
    '/c',
    '--retention',
    '7',
    '--retention-of',
    'exec=30',
    '--retention-of=dns=2',
    '--disk-floor',
    '0',
  ];
  const environment = { WEFT_CLICKHOUSE_URL: 'https://u:p@h:8443/d', WEFT_DATABASE_URL: 'postgres://u:p@h/d' };
  expect(parse(words, environment)).toMatchObject({
    value: {
      kind: 'admin-link',
      config: {
        port: 9,
        retentionDays: { default: 7, byTable: { exec: 30, dns: 2 } },
        clickhouseUrl: 'https://u:p@h:8443/d',
        freeDiskFloorBytes: 0,
      },
    },
  });
});

test('all problems are told at once, each says how to mend it, no secret is told', () => {
  const outcome = parse(['serve', '--ports', '1', '--port', '70000', '--retention-of', 'execs=1', '--retention-of', 'exec=0', '--host'], {
    WEFT_DATABASE_URL: 'mysql://u:secret@h/d',
  });
  expect(outcome).toEqual({
    kind: 'error',
    error: [
      'unknown word "serve"',
      'unknown option "--ports"; did you mean "--port"?',
      'unknown word "1"',
      '--host needs a value',
      '--data is missing: the folder that keeps the state, such as --data .weft/server',
      '--port must be a whole number from 1 to 65535, got "70000"',
      'WEFT_DATABASE_URL must be a URL that begins with postgres:// or postgresql://',
      '--retention-of must be TABLE=DAYS, got "execs=1"; did you mean "exec"?',
      '--retention-of exec must be from 1 to 3650 days, got 0',
    ],
  });
});

test('help wins', () => {
  expect(parse(['--port', 'x', '--help'])).toEqual({ kind: 'ok', value: { kind: 'help' } });
});
