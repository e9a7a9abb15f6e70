/** What a module names after `from`, in `import()`, `require()` and bare `import '…'`, each once. Source is TypeScript as oxfmt writes it. */
export function readImports(source: string): string[] {
  const found = PATTERNS.flatMap((pattern) => [...withoutComments(source).matchAll(pattern)].map((match) => match[2] ?? ''));
  return [...new Set(found)];
}

/** `import` or `export` starts a line; the clause before `from` holds no quote or semicolon. */
const PATTERNS = [
  /^\s*(?:import|export)\b[^'";]*?\bfrom\s*(['"])([^'"\n]+)\1/gm,
  /^\s*import\s*(['"])([^'"\n]+)\1/gm,
  /\b(?:import|require)\(\s*(['"])([^'"\n]+)\1/g,
];

/** Block comments hold examples, line comments hold words such as "import"; neither imports anything. Strings with `//` survive: only whole-line comments go. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
