export const userClasses = ['root', 'service', 'human'] as const;
export type UserClass = (typeof userClasses)[number];

/** Ids of people on Debian and most others (`UID_MIN` of `login.defs`); 65534 is nobody, ids above it are dynamic. */
const firstHuman = 1000;
const firstNobody = 65_534;

export function userClassOf(uid: number): UserClass {
  if (uid === 0) return 'root';
  return uid < firstHuman || uid >= firstNobody ? 'service' : 'human';
}
