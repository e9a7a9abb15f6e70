/** How many tests ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0 };

export function addTally(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The closing line that CI reads; skipped tests are named only when there are some. */
export function tallyLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed${tally.skipped === 0 ? '' : `, ${tally.skipped} skipped`}`;
}

/**
 * What a run of `bun test` gave: its JUnit report, and its exit code. A run that ended badly has failed, also when no test of it
 * says so (a crash, a file that does not load), and so has a run that saw no test.
 */
export function readTally(report: string | undefined, exitCode: number): Tally {
  const suites = /<testsuites\b[^>]*>/.exec(report ?? '')?.[0] ?? '';
  const tests = attribute(suites, 'tests');
  const failed = attribute(suites, 'failures') + attribute(suites, 'errors');
  const skipped = attribute(suites, 'skipped');
  const hasHiddenFailure = failed === 0 && (exitCode !== 0 || tests === 0);
  return { passed: tests - failed - skipped, failed: hasHiddenFailure ? 1 : failed, skipped };
}

function attribute(element: string, name: string): number {
  return Number(new RegExp(`\\b${name}="(\\d+)"`).exec(element)?.[1] ?? 0);
}
