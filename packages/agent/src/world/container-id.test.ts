import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { containerOf, type ContainerRef } from './container-id.ts';

const id = 'ab12'.repeat(16);
const pod = '0f3c9b1e-1111-2222-3333-444455556666';

const cases: readonly (readonly [path: string, runtime: ContainerRef['runtime'], podUid: string | undefined])[] = [
  [`/system.slice/docker-${id}.scope`, 'docker', undefined],
  [`/docker/${id}`, 'docker', undefined],
  [`/docker/${id}/init.scope`, 'docker', undefined],
  [`/machine.slice/libpod-${id}.scope/container`, 'podman', undefined],
  [
    `/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod${pod.replaceAll('-', '_')}.slice/cri-containerd-${id}.scope`,
    'containerd',
    pod,
  ],
  [`/kubepods.slice/kubepods-pod${pod.replaceAll('-', '_')}.slice/crio-${id}.scope`, 'cri-o', pod],
  [`/kubepods/besteffort/pod${pod}/${id}`, 'unknown', pod],
  [
    `/system.slice/containerd.service/kubepods-burstable-pod${pod.replaceAll('-', '_')}.slice:cri-containerd:${id}`,
    'containerd',
    undefined,
  ],
  [`/ecs/0123456789abcdef0123456789abcdef/${id}`, 'unknown', undefined],
];

test.each(cases)('%s', (path, runtime, podUid) => {
  expect(containerOf(path)).toEqual({ id, runtime, podUid });
});

test('a container in a container is the inner one', () => {
  const inner = 'cd34'.repeat(16);
  expect(containerOf(`/docker/${id}/docker/${inner}`)?.id).toBe(inner);
});

test('Fargate', () => {
  expect(containerOf('/ecs/0123456789abcdef0123456789abcdef/0123456789abcdef0123456789abcdef-4201')?.id).toBe(
    '0123456789abcdef0123456789abcdef-4201',
  );
});

test.each([
  '/',
  '/init.scope',
  '/system.slice/ssh.service',
  '/user.slice/user-1000.slice/session-3.scope',
  `/system.slice/crio-conmon-${id}.scope`,
])('%s is no container', (path) => {
  expect(containerOf(path)).toBeUndefined();
});

test('is total', () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      containerOf(path);
    }),
  );
});
