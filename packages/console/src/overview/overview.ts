import type { AnswerOf } from '../data/api.ts';

export type Overview = AnswerOf<'getOverview'>;
