/** `--help` of the server. */
export const helpText = `Weft server: takes what agents send, keeps it, answers the console and the API.

Usage:
  bun packages/server/src/main.ts --data DIR [options]
  bun packages/server/src/main.ts admin-link --data DIR     print a new one-time link that makes its user an admin

Options:
  --data DIR            state folder; made when missing, for one server at a time      (required)
  --port N              port of HTTPS                                                  (default 8443)
  --host ADDRESS        address to listen on                                           (default ::, all)
  --console DIR         built files of the console                                     (default packages/console/dist)
  --retention DAYS      days that rows are kept                                        (default 92)
  --retention-of T=N    days for one table, such as exec=30; may be given again
  --disk-floor BYTES    take nothing more when the disk has less free space            (default 536870912)
  --help                this text

Environment:
  WEFT_CLICKHOUSE_URL   a ClickHouse server, https://USER:PASSWORD@HOST:8443/DATABASE; unset: ClickHouse in this process
  WEFT_DATABASE_URL     a PostgreSQL server, postgres://USER:PASSWORD@HOST/DATABASE;   unset: SQLite in the state folder

Examples:
  bun packages/server/src/main.ts --data .weft/server
  WEFT_DATABASE_URL=postgres://weft@db.internal/weft bun packages/server/src/main.ts --data /var/lib/weft-server --port 443
  bun packages/server/src/main.ts admin-link --data /var/lib/weft-server
`;
