import { unreachable } from '@weft/base';
import { answer, type Handlers } from '../http/handler.ts';
import { refuse } from '../http/refusal.ts';
import type { AccessParts } from './access-parts.ts';
import { createClaimLink } from './claim-link.ts';
import { endedSessionCookie } from './session-cookie.ts';
import { endSession } from './session-store.ts';
import { createSignInLimit } from './sign-in-limit.ts';
import { createSignIn } from './sign-in.ts';

export function sessionHandlers(parts: AccessParts): Handlers<'signIn' | 'claimLink' | 'signOut' | 'whoAmI'> {
  const limit = createSignInLimit(parts.clock);
  return {
    signIn: createSignIn(parts, limit),
    claimLink: createClaimLink(parts, limit),
    signOut: async ({ caller }) => {
      if (caller.kind === 'person') await endSession(parts.database, caller.sessionHash);
      return { kind: 'answer', value: { status: 'done' }, cookie: endedSessionCookie() };
    },
    whoAmI: async ({ caller }) => {
      switch (caller.kind) {
        case 'anyone':
          return refuse('unauthenticated');
        case 'person':
          return answer({ kind: caller.kind, id: caller.id, name: caller.name, email: caller.email, role: caller.role });
        case 'api-key':
          return answer({ kind: caller.kind, id: caller.id, name: caller.name, role: caller.role });
        default:
          return unreachable(caller);
      }
    },
  };
}
