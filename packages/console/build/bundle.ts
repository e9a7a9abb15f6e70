import { join } from 'node:path';
import { bundleWorkers } from './bundle-workers.ts';
import { fontPlugin } from './font-plugin.ts';
import { linkStyles } from './link-styles.ts';
import { workerPlugin } from './worker-plugin.ts';

export interface BuiltFile {
  /** Relative to the folder built into. */
  readonly path: string;
  readonly sizeBytes: number;
}

const naming = { chunk: 'assets/[name]-[hash].[ext]', asset: 'assets/[name]-[hash].[ext]' } as const;

/** Bundles page and workers into `outFolder`. Throws with what the bundler said when something does not compile. */
export async function bundle(root: string, outFolder: string): Promise<readonly BuiltFile[]> {
  const workers = await bundleWorkers(root, outFolder);
  const built = await Bun.build({
    entrypoints: [join(root, 'src/index.html')],
    outdir: outFolder,
    target: 'browser',
    minify: true,
    splitting: true,
    publicPath: '/',
    naming,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [fontPlugin(outFolder), workerPlugin(workers)],
  });
  const files = built.outputs.map(({ path, size }) => ({ path: path.slice(outFolder.length + 1), sizeBytes: size }));
  await linkStyles(outFolder, files);
  return files;
}
