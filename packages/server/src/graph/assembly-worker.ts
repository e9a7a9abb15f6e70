/** Entry of the thread that assembles large graphs. It touches no warehouse: chDB lives on the main thread alone. */
import { parentPort } from 'node:worker_threads';
import { assembleGraph } from '@weft/graph';
import type { AssemblyOutcome, AssemblyTask } from './assembly-task.ts';

parentPort?.on('message', (task: AssemblyTask) => parentPort?.postMessage(outcomeOf(task), []));

function outcomeOf({ id, rows, filter }: AssemblyTask): AssemblyOutcome {
  try {
    return { id, kind: 'assembled', graph: assembleGraph(rows, filter) };
  } catch (error) {
    return { id, kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
