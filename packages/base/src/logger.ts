/** Facts beside a log message; values must survive `JSON.stringify`. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Logger {
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  readonly error: (message: string, fields?: LogFields) => void;
}

/** One line per message: time, level, message, `key=value` facts. `write` gets the line with its newline. */
export function createLogger(write: (line: string) => void, nowMs: () => number): Logger {
  const log =
    (level: string) =>
    (message: string, fields: LogFields = {}): void => {
      const facts = Object.entries(fields)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => ` ${key}=${typeof value === 'string' ? JSON.stringify(value) : String(value)}`)
        .join('');
      write(`${new Date(nowMs()).toISOString()} ${level} ${message}${facts}\n`);
    };
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

/** For tests and for code whose caller does not care. */
export const silentLogger: Logger = { info: () => {}, warn: () => {}, error: () => {} };
