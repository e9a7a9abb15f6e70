import { basename, join } from 'node:path';

/**
 * Bundles every worker of the sources (`*.worker.ts`) to a file of its own in `outFolder`; answers the address of each by its source path.
 * Done before the page is bundled: a build started inside another build's plugin never ends (Bun 1.4.5).
 */
export async function bundleWorkers(root: string, outFolder: string): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>();
  for await (const path of new Bun.Glob('src/**/*.worker.ts').scan({ cwd: root, absolute: true })) {
    addresses.set(path, `/${await bundleWorker(path, outFolder)}`);
  }
  return addresses;
}

/** The path of the built worker within the folder. */
async function bundleWorker(path: string, outFolder: string): Promise<string> {
  const built = await Bun.build({
    entrypoints: [path],
    outdir: outFolder,
    target: 'browser',
    minify: true,
    naming: { entry: 'assets/[name]-[hash].[ext]' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const file = built.outputs[0];
  if (file === undefined) throw new Error(`The bundler made nothing of the worker ${basename(path)}.`);
  return file.path.slice(join(outFolder, '/').length);
}
