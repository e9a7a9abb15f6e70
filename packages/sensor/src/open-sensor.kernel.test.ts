/** Opening, closing and counting on the real kernel. Needs root. */
import { afterEach, expect, setDefaultTimeout, test } from 'bun:test';
import { loadNative } from './native';
import { openSensor } from './open-sensor';
import { Watch } from './testing/watch';

setDefaultTimeout(120_000);

let watch: Watch | undefined;

afterEach(() => {
  watch?.close();
});

test('every feature is at its best tier here, and says nothing', () => {
  watch = new Watch();
  const opened = openSensor({ lifecycleRingBytes: 1, networkRingBytes: 100_000 });
  expect(opened.features).toEqual([
    { feature: 'process', tier: 'tracepoint', reason: undefined },
    { feature: 'connection', tier: 'tracepoint', reason: undefined },
  ]);
  if (opened.kind === 'open') {
    expect(opened.sensor.stats().rings.map(({ sizeBytes }) => sizeBytes)).toEqual([65_536, 131_072]);
    opened.sensor.close();
  }
});

test('an unprivileged process is told what it needs, feature by feature', () => {
  watch = new Watch();
  const script = `import { openSensor } from '${import.meta.dir}/open-sensor.ts'; console.log(JSON.stringify(openSensor()))`;
  // Root without capabilities: another user could not read a checkout below /root.
  const command = ['setpriv', '--bounding-set=-all', '--inh-caps=-all', process.execPath, '-e', script];
  const result = Bun.spawnSync(command, { env: { ...process.env, HOME: '/tmp' } });
  const opened: unknown = JSON.parse(result.stdout.toString());
  expect(opened).toMatchObject({ kind: 'refused', features: [{ tier: 'none' }, { tier: 'none' }] });
  expect(result.stdout.toString()).toContain('needs root, or CAP_BPF and CAP_PERFMON');
});

test('the way for older kernels loads too', () => {
  watch = new Watch();
  const loaded = loadNative();
  if (loaded.kind === 'missing') throw new Error(loaded.reason);
  const handle = loaded.native.open('connection_basic', 65_536);
  expect(handle).not.toHaveProperty('errno');
  loaded.native.close(handle);
  expect(() => loaded.native.open('no such way', 65_536)).toThrow('no such variant');
});

test('nothing comes after close, and closing twice is harmless', () => {
  watch = new Watch();
  Bun.spawnSync(['/bin/true']);
  watch.close();
  watch.poll();
  watch.sensor.progress(watch.collect);
  watch.sensor.seedConnections(watch.collect);
  watch.sensor.seedProcesses(watch.collect);
  expect(watch.events).toEqual([]);
  watch.close();
});

test('a budget bounds one poll', () => {
  watch = new Watch();
  Bun.spawnSync(['/bin/true']);
  expect(watch.sensor.poll(watch.collect, 1)).toBe(1);
  expect(watch.events).toHaveLength(1);
  expect(watch.sensor.poll(watch.collect)).toBeGreaterThanOrEqual(2);
});

test('run counts are there when the machine keeps them', async () => {
  const setting = Bun.file('/proc/sys/kernel/bpf_stats_enabled');
  const before = await setting.text();
  await Bun.write(setting, '1');
  watch = new Watch();
  for (let run = 0; run < 10; run += 1) Bun.spawnSync(['/bin/true']);
  const exec = watch.sensor.stats().programs.find(({ name }) => name === 'exec');
  await Bun.write(setting, before);
  expect(exec?.runCount).toBeGreaterThanOrEqual(10);
  expect(exec?.runTimeNs).toBeGreaterThan(0);
});
