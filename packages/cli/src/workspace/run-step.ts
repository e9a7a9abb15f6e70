import { spawn } from 'node:child_process';
import type { Terminal } from '../terminal/terminal.ts';

export interface Step {
  readonly label: string;
  readonly file: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly variables?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly exitCode: number;
  /** Everything it printed, in order. */
  readonly output: string;
  readonly tookMs: number;
}

const TICK_MS = 10_000;
const SLOW_MS = 2000;

/** Runs a program to its end; says that it runs, and every 10 s that it still does. Its output comes back, it is not shown. */
export async function runStep(terminal: Terminal, step: Step): Promise<StepResult> {
  const startedAt = performance.now();
  const seconds = (): string => `${Math.round((performance.now() - startedAt) / 1000)} s`;
  const slow = setTimeout(() => terminal.progress(`${step.label} …`), SLOW_MS / 4);
  const ticker = setInterval(() => terminal.progress(`${step.label} … ${seconds()}`), TICK_MS);
  try {
    const { exitCode, output } = await collect(step);
    const tookMs = performance.now() - startedAt;
    if (exitCode === 0 && tookMs >= SLOW_MS) terminal.err(`${step.label} … done in ${seconds()}`);
    return { exitCode, output, tookMs };
  } finally {
    clearTimeout(slow);
    clearInterval(ticker);
  }
}

/** 127 as a shell says it when the program is not there. */
function collect(step: Step): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(step.file, [...step.arguments], {
      cwd: step.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...step.variables },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => resolve({ exitCode: 127, output: error.message }));
    child.once('close', (code, signal) =>
      resolve({ exitCode: code ?? (signal === null ? 1 : 128), output: Buffer.concat(chunks).toString() }),
    );
  });
}
