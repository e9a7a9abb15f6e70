/**
 * The dependent processes rule: what a reported process needs beside it so that a person understands it. Its parent, group leader,
 * session leader and tracer, and theirs, until the root or a cycle.
 *
 * Pure. Gives `start` first, each process once. Stops at processes for which `isKept` holds: theirs are kept already.
 */
export function dependentsOf<P>(start: P, links: (process: P) => readonly (P | undefined)[], isKept: (process: P) => boolean): P[] {
  const found = new Set<P>([start]);
  for (const process of found) {
    for (const linked of links(process)) {
      if (linked !== undefined && !isKept(linked)) found.add(linked);
    }
  }
  return [...found];
}
