/**
 * Lays a graph out beside the page's thread. A file of its own and not a blob: the page's Content-Security-Policy allows
 * workers from this server only, which is why the library's own worker cannot be used.
 */
import { createForceLayout } from './force-layout.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-messages.ts';

/** Pictures a second while settling: enough to follow, few enough not to slow the page down. */
const answerEveryMs = 200;

let newestJob = 0;

self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  newestJob = event.data.job;
  const layout = createForceLayout(event.data);
  run(event.data, layout.step, 0);
});

/** Yields between pictures, so that a newer request stops an older one. */
function run(request: LayoutRequest, step: (iterations: number) => Float32Array, roundsBefore: number): void {
  const startedAtMs = performance.now();
  let roundsDone = roundsBefore;
  let positions = step(0);
  while (roundsDone < request.rounds && performance.now() - startedAtMs < answerEveryMs) {
    positions = step(1);
    roundsDone += 1;
  }
  const answer: LayoutAnswer = { job: request.job, positions, roundsDone, rounds: request.rounds };
  self.postMessage(answer, { transfer: [positions.buffer] });
  if (roundsDone < request.rounds) setTimeout(() => newestJob === request.job && run(request, step, roundsDone), 0);
}
