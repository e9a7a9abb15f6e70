import type { LayoutInput } from './force-layout.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-messages.ts';

export interface LayoutClient {
  /** Lays out in the background; a newer call makes an older one fall silent. */
  readonly run: (input: LayoutInput, rounds: number, onAnswer: (answer: LayoutAnswer) => void) => void;
  /** Hears no more of what runs. */
  readonly cancel: () => void;
  readonly stop: () => void;
}

/** The page's side of the layout worker. `worker` is started by the caller, who knows its address. */
export function createLayoutClient(worker: Worker): LayoutClient {
  let job = 0;
  let listener: (answer: LayoutAnswer) => void = () => undefined;
  worker.addEventListener('message', (event: MessageEvent<LayoutAnswer>) => {
    if (event.data.job === job) listener(event.data);
  });
  return {
    run: (input, rounds, onAnswer) => {
      job += 1;
      listener = onAnswer;
      const request: LayoutRequest = { ...input, job, rounds };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that argument is Window's; a worker has none
      worker.postMessage(request);
    },
    cancel: () => {
      listener = () => undefined;
    },
    stop: () => worker.terminate(),
  };
}
