import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { formatOwner, type Owner, parseOwner } from './owner.ts';

function workload(workloadKind: string, name: string): Owner {
  return { kind: 'workload', namespace: 'shop', workloadKind, name, container: 'web' };
}

test.each<[Owner, string]>([
  [{ kind: 'image', repository: 'docker.io/library/redis' }, 'image:redis'],
  [{ kind: 'image', repository: 'index.docker.io/grafana/loki:3.1' }, 'image:grafana/loki'],
  [{ kind: 'image', repository: 'registry.example.com:5000/team/app:1.2' }, 'image:registry.example.com:5000/team/app'],
  [{ kind: 'image', repository: 'ghcr.io/a/b@sha256:0123456789abcdef' }, 'image:ghcr.io/a/b'],
  [{ kind: 'unit', name: 'user@1000.service' }, 'unit:user@.service'],
  [{ kind: 'unit', name: 'postgresql@16-main.service' }, 'unit:postgresql@.service'],
  [{ kind: 'unit', name: 'php8.2-fpm.service' }, 'unit:php-fpm.service'],
  [{ kind: 'unit', name: `docker-${'0123456789abcdef'.repeat(4)}.scope` }, 'unit:docker-*.scope'],
  [{ kind: 'unit', name: 'k3s.service' }, 'unit:k3s.service'],
  [workload('Deployment', 'cart'), 'workload:shop/Deployment/cart/web'],
  [workload('ReplicaSet', 'cart-7d4b9c6f5'), 'workload:shop/ReplicaSet/cart-*/web'],
  [workload('Pod', 'cart-7d4b9c6f5-x2k8z'), 'workload:shop/Pod/cart-*/web'],
  [workload('Job', 'backup-28391040'), 'workload:shop/Job/backup-*/web'],
  [workload('StatefulSet', 'db-7d4b9c6f5'), 'workload:shop/StatefulSet/db-7d4b9c6f5/web'],
])('%j', (owner, expected) => {
  expect(formatOwner(owner)).toBe(expected);
});

test('an owner read back and written again is the same text', () => {
  const piece = fc.stringMatching(/^[a-z0-9@:./_-]{1,30}$/);
  const owner: fc.Arbitrary<Owner> = fc.oneof(
    fc.record({ kind: fc.constant('image' as const), repository: piece }),
    fc.record({ kind: fc.constant('unit' as const), name: piece.map((name) => `${name}.service`) }),
    fc.tuple(fc.constantFrom('Pod', 'ReplicaSet', 'Job', 'DaemonSet'), piece).map(([kind, name]) => workload(kind, name)),
  );
  fc.assert(
    fc.property(owner, (value) => {
      const text = formatOwner(value);
      const read = parseOwner(text);
      expect(read === undefined ? undefined : formatOwner(read)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
