import { expect, test } from 'bun:test';
import { describeNode } from './describe-node.ts';

test.each([
  ['app:role:machine|/opt/app/server|root', 'server'],
  ['app:role:machine|python+/srv/report.py|human', 'python report.py'],
  ['app:image:registry.example/shop/cart|busybox+httpd|root', 'cart · busybox httpd'],
  ['app:image:redis|redis-server|service', 'redis-server'],
  ['app:unit:ssh.service|sshd|root', 'sshd'],
  ['app:workload:shop/Deployment/cart/web|node+/app/main.js|service', 'cart · node main.js'],
  ['app:role:container|sh|root', 'container · sh'],
  ['app:not a key', 'not a key'],
  ['name:example.com', 'example.com'],
  ['machine:m1', 'web-1'],
])('%s is called %s', (key, label) => {
  expect(describeNode(key, new Map([['m1', 'web-1']])).label).toBe(label);
});
