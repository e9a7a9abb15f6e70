/**
 * What `bun test` is told to run: the whole folder, or its test files whose path contains the pattern (none when none does).
 * `bun test` takes parts of paths; only a leading `./` makes one a place instead of a part.
 */
export function testPlaces(root: string, folder: string, pattern: string | undefined): string[] {
  if (pattern === undefined) return [`./${folder}/`];
  return [...new Bun.Glob(`${folder}/**/*.test.{ts,tsx}`).scanSync({ cwd: root })]
    .filter((path) => !path.includes('node_modules') && path.includes(pattern))
    .sort()
    .map((path) => `./${path}`);
}
