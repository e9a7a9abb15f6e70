import { join } from 'node:path';
import type { BuiltFile } from './bundle.ts';

/**
 * Links the styles of lazily loaded parts into the page as well: the bundler writes them to files of their own,
 * and nothing would ever load those. They are a few KiB.
 */
export async function linkStyles(outFolder: string, files: readonly BuiltFile[]): Promise<void> {
  const page = Bun.file(join(outFolder, 'index.html'));
  const html = await page.text();
  const missing = files.map(({ path }) => path).filter((path) => path.endsWith('.css') && !html.includes(path));
  const links = missing.map((path) => `<link rel="stylesheet" href="/${path}">`).join('');
  await Bun.write(page, html.replace('</head>', `${links}</head>`));
}
