/**
 * An owner as a person reads it: `role:machine`, what belongs to no image, unit or package, is just `machine`. Other kinds keep
 * their word in front, because `image:redis` and `package:redis` are not the same. Filters and addresses go by the key.
 */
export function ownerWords(owner: string): string {
  return owner.startsWith('role:') ? owner.slice('role:'.length) : owner;
}
