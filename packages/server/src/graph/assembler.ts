import { Worker } from 'node:worker_threads';
import { assembleGraph, type AssembledGraph, type GraphFilter, type GraphRows } from '@weft/graph';
import type { AssemblyOutcome, AssemblyTask } from './assembly-task.ts';

export type Assemble = (rows: GraphRows, filter: GraphFilter) => Promise<AssembledGraph>;

/** Assembling takes about 10 µs a row; above this the thread is worth its copies of the rows. */
const MANY_ROWS = 2_000;

/** Assembles graphs; large ones in a thread of their own, so that the intake does not wait for them. */
export function createAssembler(): Assemble {
  const ask = createAssemblyThread();
  return async (rows, filter) => (rows.edges.length + rows.nodes.length < MANY_ROWS ? assembleGraph(rows, filter) : ask(rows, filter));
}

interface Waiting {
  readonly resolve: (graph: AssembledGraph) => void;
  readonly reject: (error: Error) => void;
}

/** The thread starts with the first large graph. When it dies, who waits is told and the next one starts another. */
function createAssemblyThread(): Assemble {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let lastId = 0;
  const lose = (reason: string): void => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(new Error(`The assembling thread ended: ${reason}`));
    waiting.clear();
  };
  return (rows, filter) =>
    new Promise((resolve, reject) => {
      thread ??= startThread((outcome) => settle(waiting, outcome), lose);
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      thread.postMessage({ id: lastId, rows, filter } satisfies AssemblyTask, []);
    });
}

function startThread(onOutcome: (outcome: AssemblyOutcome) => void, onLost: (reason: string) => void): Worker {
  const thread = new Worker(new URL('assembly-worker.ts', import.meta.url));
  thread.on('message', onOutcome);
  thread.on('error', (error: Error) => onLost(error.message));
  thread.unref();
  return thread;
}

function settle(waiting: Map<number, Waiting>, outcome: AssemblyOutcome): void {
  const asked = waiting.get(outcome.id);
  waiting.delete(outcome.id);
  if (outcome.kind === 'assembled') asked?.resolve(outcome.graph);
  else asked?.reject(new Error(outcome.reason));
}
