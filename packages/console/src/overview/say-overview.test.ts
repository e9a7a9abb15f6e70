import { expect, test } from 'bun:test';
import type { Overview } from './overview.ts';
import { sayOverview } from './say-overview.ts';

const calm: Overview = {
  machines: { active: 41, inactive: 0, degraded: 0 },
  lostEvents: 0,
  gaps: 0,
  counts: { applications: 1, processes: 1, execs: 1, connections: 1, containers: 1, dnsNames: 1, externalPeers: 1 },
  newApplications: [],
  newPeers: [],
  execsOverTime: [],
  connectionsOverTime: [],
  intake: { rowsPerSecond: 1, rejectedRows: 0 },
  hasHistory: true,
};
const say = (change: Partial<Overview>): string =>
  sayOverview({ ...calm, ...change }, 'in the last hour')
    .map((part) => (part.kind === 'time' ? part.at : part.text))
    .join('');
const since = '2026-01-01T00:00:00.000Z';
const application = { application: 'a', firstSeenAt: since, machines: 1 };

test('a calm day', () => {
  expect(say({})).toBe('41 machines report; nothing was lost in the last hour; nothing is new.');
  expect(say({ machines: { active: 1, inactive: 0, degraded: 0 } })).toStartWith('1 machine reports; ');
});

test('silence, blindness and loss are said with their numbers', () => {
  const machines = { active: 3, inactive: 1, degraded: 2, longestSilent: { id: 'm', hostname: 'web-3', since } };
  expect(say({ machines, lostEvents: 1200, gaps: 1 })).toBe(
    `3 machines report, 1 is silent (web-3, last heard ${since}); 2 machines do not watch everything; 1,200 events in 1 gap were lost in the last hour; nothing is new.`,
  );
  expect(say({ gaps: 2 })).toContain('; 2 gaps were lost');
});

test('what is new, or that it cannot be told', () => {
  expect(say({ newApplications: [application] })).toEndWith('; 1 application and no external peers is new.');
  expect(say({ newApplications: Array.from({ length: 50 }, () => application) })).toContain('50 or more applications');
  expect(say({ hasHistory: false, newApplications: [application] })).toEndWith('what is new cannot be told.');
});
