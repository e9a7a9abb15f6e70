import type { Role } from '@weft/schema';
import { createContext, useContext } from 'react';
import type { AnswerOf } from '../data/api.ts';

export type Who = AnswerOf<'whoAmI'>;

/** Who is signed in; `undefined` until that is known. */
export const WhoContext = createContext<Who | undefined>(undefined);

const ranks = { viewer: 0, analyst: 1, admin: 2 } as const satisfies Record<Role, number>;

/** Whether the person may do what a role may. The server decides again with every call. */
export function useMay(role: Role): boolean {
  const who = useContext(WhoContext);
  return who !== undefined && ranks[who.role] >= ranks[role];
}
