import { answer, type Handlers } from '../http/handler.ts';
import { refuse } from '../http/refusal.ts';
import { toInstant } from '../http/to-instant.ts';
import type { AccessParts } from './access-parts.ts';
import { createInvitation, dropInvitations } from './one-time-link.ts';
import { findPerson, listPeople, lockAdmins, setAccess } from './person-store.ts';
import { endSessionsOf } from './session-store.ts';

export function peopleHandlers(parts: AccessParts): Handlers<'listPeople' | 'invitePerson' | 'changePerson'> {
  const { database } = parts;
  return {
    listPeople: async () => {
      const rows = await listPeople(database);
      return answer({ rows: [...rows], total: rows.length });
    },
    invitePerson: async ({ input }) => {
      const { path, expiresAtMs } = await createInvitation(parts, input.email.toLowerCase(), input.role);
      return answer({ link: path, expiresAt: toInstant(expiresAtMs) });
    },
    changePerson: ({ input }) =>
      database.transaction(async (inside) => {
        await lockAdmins(inside);
        const person = await findPerson(inside, 'id', input.personId);
        if (person === undefined) return refuse('not-found', { message: 'There is no person of this id.' });
        const next = { role: input.role ?? person.role, isDisabled: input.isDisabled ?? person.isDisabled };
        if (!(await setAccess(inside, person.id, next)))
          return refuse('conflict', { message: 'This is the last admin; make another person admin first.' });
        if (next.isDisabled) {
          await endSessionsOf(inside, person.id);
          await dropInvitations(inside, person.email);
        }
        return answer({ ...person, ...next });
      }),
  };
}
