import { expect, test } from 'bun:test';
import { listeningInodes, portOwner } from './port-owner.ts';

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:20FB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1 0 100 0 0 10 0
   1: 0100007F:20FB 0100007F:C000 01 00000000:00000000 00:00000000 00000000     0        0 222 1 0 20 4 30 10 -1
   2: 00000000:01BB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1 0 100 0 0 10 0
`;

test('only listening sockets of that port count', () => {
  expect(listeningInodes(TABLE, 8443)).toEqual(['111']);
  expect(listeningInodes(TABLE, 443)).toEqual(['333']);
  expect(listeningInodes(TABLE, 80)).toEqual([]);
  expect(listeningInodes('', 80)).toEqual([]);
});

test.each(['127.0.0.1', '::'])('names the program that listens on %s', (hostname) => {
  const server = Bun.listen({ hostname, port: 0, socket: { data: () => {} } });
  expect(portOwner(server.port)).toContain(`(pid ${process.pid})`);
  const { port } = server;
  server.stop(true);
  expect(portOwner(port)).toBeUndefined();
});
