import type { WireLine } from '@weft/schema';

/** Hands a row to the pipeline. */
export type Emit = (line: WireLine) => void;
