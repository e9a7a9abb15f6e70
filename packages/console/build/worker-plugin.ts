import { dirname, resolve } from 'node:path';
import type { BunPlugin } from 'bun';

/** `import address from './x.worker.ts?worker'`: the address of the worker's own file, built before. */
export function workerPlugin(addresses: ReadonlyMap<string, string>): BunPlugin {
  return {
    name: 'workers',
    setup(build) {
      build.onResolve({ filter: /\.worker\.ts\?worker$/ }, ({ path, importer }) => ({
        path: resolve(dirname(importer), path.replace('?worker', '')),
        namespace: 'worker',
      }));
      build.onLoad({ filter: /.*/, namespace: 'worker' }, ({ path }) => {
        const address = addresses.get(path);
        if (address === undefined) throw new Error(`${path} is no worker of this package; its name must end in .worker.ts.`);
        return { contents: `export default ${JSON.stringify(address)};`, loader: 'js' };
      });
    },
  };
}
