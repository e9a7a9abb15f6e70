/** What is done again and again, in the order given. Time comes in, ms, monotonic. */
export interface Task {
  readonly everyMs: number;
  readonly run: () => void;
}

/** Runs tasks when they are due. After a long pause each runs once, not once per period missed. */
export class Schedule {
  readonly #tasks: { readonly task: Task; dueAtMs: number }[];

  constructor(tasks: readonly Task[], nowMs: number) {
    this.#tasks = tasks.map((task) => ({ task, dueAtMs: nowMs + task.everyMs }));
  }

  runDue(nowMs: number): void {
    for (const entry of this.#tasks) {
      if (nowMs < entry.dueAtMs) continue;
      const nextMs = entry.dueAtMs + entry.task.everyMs;
      entry.dueAtMs = nextMs > nowMs ? nextMs : nowMs + entry.task.everyMs;
      entry.task.run();
    }
  }
}
