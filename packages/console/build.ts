/**
 * Builds the console: `bun packages/console/build.ts` writes `packages/console/dist` (`index.html`, `assets/*` with the
 * hash of their content in the name). When no source changed since the last build it says so and does nothing;
 * `--force` builds all the same.
 */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './build/bundle.ts';
import { sourceHash } from './build/source-hash.ts';

const root = import.meta.dir;
const dist = join(root, 'dist');
const stamp = Bun.file(join(dist, '.stamp'));

async function build(): Promise<void> {
  const startedAtMs = performance.now();
  const hash = await sourceHash(root);
  const isBuilt = (await stamp.exists()) && (await stamp.text()) === hash;
  if (isBuilt && !Bun.argv.includes('--force')) {
    console.log('console: unchanged since the last build');
    return;
  }
  const files = await bundleInto(dist, hash);
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  console.log(`console: ${files.length} files, ${Math.round(sizeBytes / 1024)} KiB, ${Math.round(performance.now() - startedAtMs)} ms`);
}

/** The folder is replaced as a whole, so that a server never hands out half a build. */
async function bundleInto(folder: string, hash: string): ReturnType<typeof bundle> {
  const next = `${folder}.next`;
  await rm(next, { recursive: true, force: true });
  try {
    const files = await bundle(root, next);
    await Bun.write(join(next, '.stamp'), hash);
    await rm(folder, { recursive: true, force: true });
    await rename(next, folder);
    return files;
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

await build();
