import { roles, type Role } from '@weft/schema';

/** Whether a form's text is one of the roles. */
export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}
