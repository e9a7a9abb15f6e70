import { expect, test } from 'bun:test';
import { tables } from '@weft/schema';
import { describeSources } from './list-datasources.ts';

test('every LQL source of the catalogue is told, with the columns LQL sees', () => {
  const sources = describeSources(Object.values(tables));
  expect(sources.map(({ name }) => name)).toContain('LW_HE_PROCESSES');
  const processes = sources.find(({ name }) => name === 'LW_HE_ALL_PROCESSES');
  expect(processes?.columns.find(({ name }) => name === 'PID')).toEqual({
    name: 'PID',
    type: 'Number',
    unit: 'pid',
    meaning: 'Process id in the root pid namespace.',
    mayBeNull: false,
  });
  expect(processes?.columns.find(({ name }) => name === 'EXE_PATH')?.mayBeNull).toBe(true);
});
