/** Something a person can mend: its message is all that is printed. */
export class BuildError extends Error {}
