import type { LayoutInput } from './force-layout.ts';

/** Page to worker: lay this out; the answers carry `job`, so that those of an older job are told apart. */
export interface LayoutRequest extends LayoutInput {
  readonly job: number;
  readonly rounds: number;
}

/** Worker to page, several times a job; the last has `roundsDone` equal to `rounds`. */
export interface LayoutAnswer {
  readonly job: number;
  readonly positions: Float32Array;
  readonly roundsDone: number;
  readonly rounds: number;
}
