import { join } from 'node:path';

/** What a build depends on: the sources of the packages it bundles, how it is built, and the pinned dependencies. */
const sources = ['console/{src,build}/**/*', 'console/{build.ts,package.json}', 'schema/src/**/*', 'base/src/**/*', '../bun.lock'];

/** One hash over the names and contents of all sources. */
export async function sourceHash(root: string): Promise<string> {
  const packages = join(root, '..');
  const hasher = new Bun.CryptoHasher('sha256').update(Bun.version);
  for (const pattern of sources) {
    const paths = await Array.fromAsync(new Bun.Glob(pattern).scan({ cwd: packages }));
    for (const path of paths.sort()) {
      if (/\.test\.tsx?$/.test(path)) continue;
      hasher.update(`\0${path}\0`).update(await Bun.file(join(packages, path)).bytes());
    }
  }
  return hasher.digest('hex');
}
