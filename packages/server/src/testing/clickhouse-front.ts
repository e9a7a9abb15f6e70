/**
 * ClickHouse's HTTP interface in front of chDB, for tests: the engine and its SQL are the real ones, only the front is ours,
 * because no package of a ClickHouse server can be had here. Words: port, folder. Prints `ready`.
 *
 * Source: ClickHouse documentation, "HTTP Interface": `query` in the URL or the body, `param_NAME` for values, other
 * parameters are settings, faults are a status of 400 or more with the text of the exception.
 */
import { Session } from 'chdb';

const [port = '0', folder = ''] = process.argv.slice(2);
/** One statement at a time per session, and a slow one must not hold up others. */
const sessions = Array.from({ length: 4 }, () => new Session(folder));
let next = 0;

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname === '/ping') return new Response('Ok.\n');
  const body = request.headers.get('content-encoding') === 'gzip' ? Bun.gunzipSync(await request.arrayBuffer()) : await request.bytes();
  const text = Buffer.from(body).toString();
  const query = url.searchParams.get('query');
  const sql = query === null ? text : `${query}\n${text}`;
  // The value of a parameter comes escaped as in TabSeparated, and `SET` takes it so.
  const parameters = [...url.searchParams]
    .filter(([name]) => /^param_\w+$/.test(name))
    .map(([name, value]) => `SET ${name} = ${quote(value)}; `);
  next += 1;
  const session = sessions[next % sessions.length];
  try {
    const result = await session?.queryAsync(parameters.join('') + sql);
    return new Response(result?.text());
  } catch (error) {
    return new Response(error instanceof Error ? error.message : String(error), {
      status: 500,
      headers: { 'x-clickhouse-exception-code': '1' },
    });
  }
}

function quote(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

Bun.serve({ hostname: '127.0.0.1', port: Number(port), fetch: answer });
process.stdout.write('ready\n');
