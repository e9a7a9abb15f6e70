/**
 * Lays a graph out beside the page's thread. A file of its own and not a blob: the page's Content-Security-Policy allows
 * workers from this server only, which is why the library's own worker cannot be used.
 */
import { createForceLayout, type ForceLayout } from './force-layout.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-messages.ts';

/** Pictures a second while settling: enough to follow, few enough not to slow the page down. */
const answerEveryMs = 200;

/** Part of the rounds after which overlapping nodes are pushed apart. */
const spreadAfter = 0.8;

let newestJob = 0;

self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  newestJob = event.data.job;
  run(event.data, createForceLayout(event.data), 0);
});

/** Yields between pictures, so that a newer request stops an older one. */
function run(request: LayoutRequest, layout: ForceLayout, roundsBefore: number): void {
  const startedAtMs = performance.now();
  const spreadAt = Math.floor(request.rounds * spreadAfter);
  let roundsDone = roundsBefore;
  while (roundsDone < request.rounds && performance.now() - startedAtMs < answerEveryMs) {
    if (roundsDone === spreadAt) layout.spread();
    layout.step(1);
    roundsDone += 1;
  }
  const positions = layout.step(0);
  const answer: LayoutAnswer = { job: request.job, positions, roundsDone, rounds: request.rounds };
  self.postMessage(answer, { transfer: [positions.buffer] });
  if (roundsDone < request.rounds) setTimeout(() => newestJob === request.job && run(request, layout, roundsDone), 0);
}
