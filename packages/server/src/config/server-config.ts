/** All a server is told; read once at start, frozen. */
export interface ServerConfig {
  /** State folder, absolute. */
  readonly dataFolder: string;
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Built files of the console. */
  readonly consoleFolder: string;
  /** ClickHouse server; undefined is chDB in this process. A secret: it may hold a password. */
  readonly clickhouseUrl: string | undefined;
  /** PostgreSQL; undefined is SQLite in the state folder. A secret. */
  readonly databaseUrl: string | undefined;
  /** Days that rows are kept; a table without an own entry uses `default`. */
  readonly retentionDays: { readonly default: number; readonly byTable: Readonly<Record<string, number>> };
  /** Below this the intake takes nothing more, so that the disk's owner can still work. */
  readonly freeDiskFloorBytes: number;
}
