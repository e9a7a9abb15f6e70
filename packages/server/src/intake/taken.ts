import type { BatchAnswer } from '@weft/schema';
import type { Refusal } from '../http/refusal.ts';

/** What a sender is told of its batch. */
export type Taken = { readonly kind: 'taken'; readonly answer: BatchAnswer } | Refusal;
