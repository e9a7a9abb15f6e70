import { expect, test } from 'bun:test';
import { scriptOf } from './script-of.ts';

test.each<[string, string, string | undefined]>([
  ['bash', 'bash /opt/run.sh secret', '/opt/run.sh'],
  ['bash', 'bash -eu -o pipefail ./run.sh', 'run.sh'],
  ['bash', '-bash', undefined],
  ['sh', 'sh -c /bin/true', undefined],
  ['dash', 'sh -ec rm', undefined],
  ['bash', 'bash --rcfile /x -i', undefined],
  ['bash', 'bash /dev/fd/63', undefined],
  ['bash', 'bash /proc/self/fd/3', undefined],
  ['python', 'python3 -u -W ignore app.py', 'app.py'],
  ['python', 'python3 -m http.server 80', '-m http.server'],
  ['python', 'python3 -Ic print', undefined],
  ['python', 'python3 - x', undefined],
  ['python', '/usr/bin/python3 /usr/bin/dnf5 install', 'dnf5'],
  ['node', 'node --require ./hook.js --inspect server-1.2.3.js', 'server-*.js'],
  ['node', 'node -pe 1', undefined],
  ['bun', 'bun run --watch src/main.ts', 'src/main.ts'],
  ['deno', 'deno run -A https://u:p@host.example/app/main.ts?token=x', 'host.example/app/main.ts'],
  ['java', 'java -Xmx1g -cp a.jar:b.jar com.example.Main secret', 'com.example.Main'],
  ['java', 'java -Dx=y -jar /opt/app-1.2.3.jar', '-jar /opt/app-*.jar'],
  ['java', 'java --module-path m --module app/com.example.Main', '-m app/com.example.Main'],
  ['perl', 'perl -I lib -w /usr/sbin/x.pl', 'x.pl'],
  ['perl', 'perl -lane print', undefined],
  ['php', 'php -d memory_limit=1 -S 0.0.0.0:80 -t pub router.php', 'router.php'],
  ['ruby', 'ruby -W0 script.rb', 'script.rb'],
  ['/opt/venv/bin/python', 'python main.py', 'main.py'],
  ['busybox', 'wget x', 'wget'],
  ['busybox', 'busybox httpd -f', 'httpd'],
  ['busybox', 'sh /entrypoint.sh', '/entrypoint.sh'],
  ['busybox', '-sh', 'sh'],
  ['nginx', 'nginx -g daemon', undefined],
  ['bash', '', undefined],
])('%s: %s', (executable, commandLine, script) => {
  expect(scriptOf(executable, commandLine.split(' '))).toBe(script);
});

test('code where a name is expected is no name', () => {
  expect(scriptOf('awkward', ['x'])).toBeUndefined();
  expect(scriptOf('bash', ['bash', 'echo "$SECRET"'])).toBeUndefined();
});
