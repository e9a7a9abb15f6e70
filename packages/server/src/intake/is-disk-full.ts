/** `ENOSPC`, `EDQUOT`; ClickHouse's NOT_ENOUGH_SPACE (243); SQLite's SQLITE_FULL; PostgreSQL's 53100 `disk_full`. */
const FULL = /ENOSPC|EDQUOT|No space left on device|NOT_ENOUGH_SPACE|SQLITE_FULL|database or disk is full|\b53100\b/;

/** Whether a fault means that a disk is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && (FULL.test(error.message) || isDiskFull(error.cause) || FULL.test(codeOf(error)));
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
