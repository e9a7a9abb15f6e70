/** Hashing of passwords, apart so that tests can see how often it runs. */
export interface Passwords {
  readonly hash: (password: string) => Promise<string>;
  /** With no hash (nobody of that email) it takes as long and says no, so that time does not tell who exists. */
  readonly isRight: (password: string, hash: string | undefined) => Promise<boolean>;
}

/** argon2id, 64 MiB, 2 passes: above the floor of OWASP's Password Storage Cheat Sheet (19 MiB, 2 passes). */
const ARGON2ID = { algorithm: 'argon2id', memoryCost: 65_536, timeCost: 2 } as const;

/** Hashes at once; each takes 64 MiB and a core. */
const MAX_AT_ONCE = 2;

export function createPasswords(): Passwords {
  const run = createGate(MAX_AT_ONCE);
  let nobody: Promise<string> | undefined;
  return {
    hash: (password) => run(() => Bun.password.hash(password, ARGON2ID)),
    isRight: (password, hash) =>
      run(async () => {
        nobody ??= Bun.password.hash(crypto.randomUUID(), ARGON2ID);
        const isRight = await Bun.password.verify(password, hash ?? (await nobody));
        return isRight && hash !== undefined;
      }),
  };
}

/** Lets `max` tasks run at once; the others wait in order. */
function createGate(max: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = max;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
