/** A module of `bench/`: its file name, such as `intake.ts`, and its text. */
export interface BenchModule {
  readonly file: string;
  readonly text: string;
}

/** Which modules are benchmarks: those that export nothing, and that no other module imports or starts. The others are parts of them. */
export function benchmarkNames(modules: readonly BenchModule[]): string[] {
  return modules
    .filter(({ file, text }) => !/^export /m.test(text) && !modules.some((other) => names(other, file)))
    .map(({ file }) => file.replace(/\.ts$/, ''))
    .sort();
}

/** As a string of its own or the end of a path; a comment that speaks of the file does not count. */
function names(module: BenchModule, file: string): boolean {
  return [`'${file}'`, `/${file}'`].some((quoted) => module.text.includes(quoted));
}
