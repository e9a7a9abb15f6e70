import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { importRule, type PackageRule } from './import-rule.ts';
import { readImports } from './read-imports.ts';

/** A source file: its path from the root, such as `packages/agent/src/main.ts`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** `imports` is how many were looked at: a check that saw none has failed. */
export interface ArrowReport {
  readonly files: number;
  readonly imports: number;
  readonly problems: readonly string[];
}

/** Holds every import of every file against the rule. `dependencies` has, for each package, the packages its `package.json` names. */
export function checkImportArrows(
  files: readonly SourceFile[],
  dependencies: ReadonlyMap<string, readonly string[]>,
  rules: Readonly<Record<string, PackageRule>> = importRule,
): ArrowReport {
  const arrows = files.flatMap((file) => readImports(file.text).map((target) => ({ file, target })));
  const problems = [
    ...arrows.flatMap(({ file, target }) => importProblems(rules, file.path, target).map((problem) => `${file.path}: ${problem}`)),
    ...[...dependencies].flatMap(([name, targets]) => dependencyProblems(rules, name, targets)),
    ...layerProblems(rules),
  ];
  if (files.length === 0 || arrows.length === 0) problems.push('saw no imports at all: this check is blind');
  return { files: files.length, imports: arrows.length, problems };
}

function importProblems(rules: Readonly<Record<string, PackageRule>>, path: string, target: string): string[] {
  const name = path.split('/')[1] ?? '';
  const rule = rules[name];
  if (rule === undefined) return [`package "${name}" has no layer yet: give it one in packages/cli/src/lint/import-rule.ts`];
  if (target.startsWith('.')) return relativeProblems(name, path, target);
  if (target.startsWith('@weft/')) return packageProblems(rule, name, target);
  return rule.isPure && isPlatform(target) && !path.endsWith('.test.ts') ? [`imports ${target}, but ${name} does no I/O`] : [];
}

function relativeProblems(name: string, path: string, target: string): string[] {
  const resolved = join(dirname(path), target);
  return resolved.startsWith(`packages/${name}/`) ? [] : [`reaches out of its package with ${target}; import it through its name`];
}

function packageProblems(rule: PackageRule, name: string, target: string): string[] {
  const [, to = '', ...deep] = target.split('/');
  if (deep.length > 0) return [`imports ${target}; the only door is @weft/${to}`];
  if (to === name) return [`imports its own package by name; use a relative path`];
  return rule.mayImport.includes(to) ? [] : [`${name} → ${to} is a new arrow: it may import ${rule.mayImport.join(', ') || 'nothing'}`];
}

function dependencyProblems(rules: Readonly<Record<string, PackageRule>>, name: string, targets: readonly string[]): string[] {
  const allowed = rules[name]?.mayImport ?? [];
  return targets
    .filter((target) => target.startsWith('@weft/') && !allowed.includes(target.slice('@weft/'.length)))
    .map((target) => `packages/${name}/package.json: ${name} → ${target} is a new arrow`);
}

/** The table itself: arrows go down only. */
function layerProblems(rules: Readonly<Record<string, PackageRule>>): string[] {
  return Object.entries(rules).flatMap(([name, rule]) =>
    rule.mayImport
      .filter((to) => (rules[to]?.layer ?? Number.POSITIVE_INFINITY) >= rule.layer)
      .map((to) => `import-rule.ts: ${name} → ${to} does not go to a lower layer`),
  );
}

function isPlatform(target: string): boolean {
  return target === 'bun' || target.startsWith('bun:') || target.startsWith('node:') || builtinModules.includes(target);
}
