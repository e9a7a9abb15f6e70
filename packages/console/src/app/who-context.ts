import type { Role } from '@weft/schema';
import { createContext, useContext } from 'react';
import type { AnswerOf } from '../data/api.ts';

export type Who = AnswerOf<'whoAmI'>;

/** Who is signed in; `undefined` until that is known. */
export const WhoContext = createContext<Who | undefined>(undefined);

const ranks = { viewer: 0, analyst: 1, admin: 2 } as const satisfies Record<Role, number>;

/** Whether somebody may do what a role may. The server decides again with every call. */
export function mayAct(who: Who, role: Role): boolean {
  return ranks[who.role] >= ranks[role];
}

/** The same of the person signed in; no as long as that is not known. */
export function useMay(role: Role): boolean {
  const who = useContext(WhoContext);
  return who !== undefined && mayAct(who, role);
}
