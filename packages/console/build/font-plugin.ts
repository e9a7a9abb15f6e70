import { basename, dirname, join } from 'node:path';
import type { BunPlugin } from 'bun';

/**
 * Font files go beside the page as they are; the bundler would write them into the style sheet as base64,
 * a third larger, all alphabets always loaded, and forbidden by the page's content security policy.
 */
export function fontPlugin(outFolder: string): BunPlugin {
  return {
    name: 'fonts',
    setup(build) {
      build.onResolve({ filter: /\.woff2$/ }, async ({ path, importer }) => {
        const font = await Bun.file(join(dirname(importer), path)).bytes();
        const name = basename(path).replace('.woff2', `-${Bun.hash(font).toString(36)}.woff2`);
        await Bun.write(join(outFolder, 'assets', name), font);
        return { path: `/assets/${name}`, external: true };
      });
    },
  };
}
