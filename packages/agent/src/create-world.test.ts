import { expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorld } from './create-world.ts';

test('rows wait 5 s for a runtime that never answers, whatever the clock is set to meanwhile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-world-'));
  const runtime = Bun.listen({ unix: join(folder, 'docker.sock'), socket: { data: () => {} } });
  const now = { wallMs: Date.parse('2026-01-01T12:00:00.000Z'), monotonicMs: 1000 };
  const world = createWorld({
    machineId: 'test-machine',
    containerEndpoint: join(folder, 'docker.sock'),
    clock: { nowMs: () => now.wallMs, monotonicMs: () => now.monotonicMs },
    nowBootNs: () => now.monotonicMs * 1e6,
  });
  const container = world.containers.get({ id: 'ab12'.repeat(16), runtime: 'docker', podUid: undefined });
  expect(world.containers.isSettled(container)).toBe(false);
  now.wallMs -= 3_600_000;
  now.monotonicMs += 5001;
  expect(world.containers.isSettled(container)).toBe(true);
  runtime.stop(true);
  rmSync(folder, { recursive: true });
});
