import { expect, test } from 'bun:test';
import { addTally, emptyTally, readTally, tallyLine } from './tally.ts';

const report = (attributes: string): string =>
  `<?xml version="1.0"?>\n<testsuites name="bun test" ${attributes} time="1">\n<testsuite tests="99" failures="9">`;

test('the totals of the report count', () => {
  expect(readTally(report('tests="9" assertions="20" failures="2" skipped="1"'), 1)).toEqual({ passed: 6, failed: 2, skipped: 1 });
});

test.each([
  ['a crash without a report', undefined, 134],
  ['a run that saw no test', report('tests="0" failures="0" skipped="0"'), 0],
  ['an empty report', '', 0],
])('%s is a failure', (_, text, code) => {
  expect(readTally(text, code)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a bad end without a failed test, as when a file does not load, is one failure', () => {
  expect(readTally(report('tests="9" failures="0" skipped="0"'), 1)).toEqual({ passed: 9, failed: 1, skipped: 0 });
});

test('the closing line names skipped tests only when there are some', () => {
  expect(tallyLine(addTally(emptyTally, { passed: 3, failed: 1, skipped: 0 }))).toBe('3 passed, 1 failed');
  expect(tallyLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
});
