import type { Role } from '@weft/schema';
import type { EmptyProps } from '../states/empty.tsx';

/** What others see where only a role and those above it may look. */
export function notForRole(least: Role): EmptyProps {
  return {
    title: least === 'admin' ? 'Only admins see this' : 'Only analysts and admins see this',
    why: 'Your role does not allow it. Ask an admin of this server to do it or to change your role.',
  };
}
