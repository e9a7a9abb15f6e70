/** Where a command's words go. The answer goes to `out`; progress and errors go to `err`, so that a pipe carries the answer only. */
export interface Terminal {
  /** One line of the answer. */
  readonly out: (line: string) => void;
  /** One line of progress or error. */
  readonly err: (line: string) => void;
  /** Replaces the last progress line where `err` is a screen; a plain line elsewhere. */
  readonly progress: (line: string) => void;
  /** `--json`: the answer is one JSON value. */
  readonly isJson: boolean;
}

/** The parts of a process that a terminal is made of. */
export interface Streams {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown; readonly isTTY?: boolean; readonly columns?: number };
}

const ERASE_LINE = '\r\u001b[2K';

export function openTerminal(streams: Streams, isJson: boolean): Terminal {
  let isProgressShown = false;
  const clear = (): string => {
    const prefix = isProgressShown ? ERASE_LINE : '';
    isProgressShown = false;
    return prefix;
  };
  const progress = (line: string): void => {
    if (streams.stderr.isTTY !== true) return void streams.stderr.write(`${line}\n`);
    streams.stderr.write(`${clear()}${fit(line, streams.stderr.columns)}`);
    isProgressShown = true;
  };
  return {
    out: (line) => {
      if (isProgressShown) streams.stderr.write(clear());
      streams.stdout.write(`${line}\n`);
    },
    err: (line) => void streams.stderr.write(`${clear()}${line}\n`),
    progress,
    isJson,
  };
}

/** A line that wraps could not be erased as one. */
function fit(line: string, columns: number | undefined): string {
  return columns === undefined || columns < 2 || Bun.stringWidth(line) < columns ? line : `${Bun.sliceAnsi(line, 0, columns - 2)}…`;
}
