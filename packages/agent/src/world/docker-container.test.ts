import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { splitImageName } from './container-info.ts';
import { parseDockerContainer } from './docker-container.ts';

test('a container as the engine describes it', () => {
  const json = {
    Name: '/web-1',
    Image: 'sha256:abc',
    State: { StartedAt: '2026-01-02T03:04:05.678901234Z' },
    Config: { Image: 'registry.example:5000/shop/web:1.2', Labels: { team: 'shop', bad: 1 } },
    HostConfig: { Privileged: true, NetworkMode: 'host', PidMode: '' },
  };
  expect(parseDockerContainer(json)).toEqual({
    runtime: 'docker',
    name: 'web-1',
    imageId: 'sha256:abc',
    imageRepository: 'registry.example:5000/shop/web',
    imageTag: '1.2',
    startedAt: '2026-01-02T03:04:05.678Z',
    isPrivileged: true,
    networkMode: 'host',
    pidMode: undefined,
    labels: { team: 'shop' },
  });
});

test('a container that never started has no start', () => {
  expect(parseDockerContainer({ Config: { Image: 'a' }, State: { StartedAt: '0001-01-01T00:00:00Z' } })?.startedAt).toBeUndefined();
});

test.each([
  ['redis', 'redis', undefined],
  ['redis:7', 'redis', '7'],
  ['localhost:5000/a/b', 'localhost:5000/a/b', undefined],
  ['a/b@sha256:00ff', 'a/b', undefined],
  ['a/b:1@sha256:00ff', 'a/b', '1'],
  [`sha256:${'0'.repeat(64)}`, undefined, undefined],
])('image %s', (image, repository, tag) => {
  expect(splitImageName(image)).toEqual({ repository, tag });
});

test('is total', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      parseDockerContainer(json);
    }),
  );
});
