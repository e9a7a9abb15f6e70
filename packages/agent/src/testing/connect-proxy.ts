import { connect, createServer, type Server, type Socket } from 'node:net';

export interface ConnectProxy {
  readonly url: string;
  /** Targets that were asked for, with the credentials given. */
  readonly asked: { readonly target: string; readonly credentials: string | undefined }[];
  readonly stop: () => void;
}

/** A real HTTP proxy that knows `CONNECT` only. */
export async function startConnectProxy(): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'] = [];
  const server = createServer((client) => {
    client.once('data', (head) => tunnel(client, head.toString('latin1'), asked));
    client.on('error', () => client.destroy());
  });
  const port = await listen(server);
  return { url: `http://user:secret@127.0.0.1:${port}`, asked, stop: () => server.close() };
}

function tunnel(client: Socket, head: string, asked: ConnectProxy['asked']): void {
  const match = /^CONNECT (\S+):(\d+) HTTP/.exec(head);
  const credentials = /^proxy-authorization: basic (\S+)/im.exec(head)?.[1];
  if (match === null) return void client.end('HTTP/1.1 405 Only CONNECT\r\n\r\n');
  asked.push({ target: `${match[1]}:${match[2]}`, credentials: credentials === undefined ? undefined : atob(credentials) });
  const upstream = connect({ host: match[1] ?? '', port: Number(match[2]) }, () => {
    client.write('HTTP/1.1 200 Connected\r\n\r\n');
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => client.destroy());
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
