import { expect, test } from 'bun:test';
import type { Machine } from '@weft/schema';
import { chooseMachine } from './find-machine.ts';

function machine(id: string, hostname: string): Machine {
  return {
    id,
    hostname,
    agentStatus: 'ACTIVE',
    agentVersion: '0.1.0',
    lastCheckInAt: '2026-08-01T12:00:00.000Z',
    createdAt: '2026-08-01T12:00:00.000Z',
    osName: 'Debian',
    osVersion: '12',
    osDescription: 'Debian GNU/Linux 12',
    kernelRelease: '6.1.0',
    architecture: 'x86_64',
    cpuCount: 2,
    memoryBytes: 1,
    addresses: [],
    tags: {},
    tiers: {},
    tierReasons: {},
    lostEvents: 0,
  };
}

const db = machine('aa11', 'db-1');
const web = machine('aa22', 'web-1');
/** A host name that is the beginning of another machine's id. */
const odd = machine('bb33', 'aa1');

test.each([
  ['aa22', web],
  ['web-1', web],
  ['bb', odd],
  ['aa1', odd],
])('%s is one machine', (word, meant) => {
  expect(chooseMachine([db, web, odd], word)).toEqual({ kind: 'ok', value: meant });
});

test('no word is the only machine', () => {
  expect(chooseMachine([db], undefined)).toEqual({ kind: 'ok', value: db });
  expect(chooseMachine([db, web], undefined)).toMatchObject({ error: { exitCode: 2, problems: ['aa11 (db-1)', 'aa22 (web-1)'] } });
  expect(chooseMachine([], undefined)).toMatchObject({ error: { exitCode: 1 } });
});

test('a word that fits several or none', () => {
  expect(chooseMachine([db, web], 'aa')).toMatchObject({ error: { exitCode: 2, message: '"aa" fits 2 machines.' } });
  expect(chooseMachine([db, web], 'bd-1')).toMatchObject({ error: { exitCode: 1 } });
  expect(chooseMachine([db, web], 'wob-1')).toMatchObject({ error: { exitCode: 1, mend: 'Did you mean web-1?' } });
});
