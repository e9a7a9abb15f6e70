import { roles, type Role } from '@weft/schema';

/** Who asks. */
export type Caller =
  | { readonly kind: 'anyone' }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly role: Role;
      /** Key of the session's row, to end it. */
      readonly sessionHash: string;
    }
  | { readonly kind: 'api-key'; readonly id: string; readonly name: string; readonly role: Role };

/** Whether the caller may do what needs `least`. */
export function mayCall(caller: Caller, least: Role | 'anyone'): boolean {
  if (least === 'anyone') return true;
  return caller.kind !== 'anyone' && roles.indexOf(caller.role) >= roles.indexOf(least);
}
