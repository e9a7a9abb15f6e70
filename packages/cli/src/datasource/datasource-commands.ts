import { err, nearestWord, ok, type Result } from '@weft/base';
import type { EndpointAnswer, endpoints } from '@weft/schema';
import { askServer } from '../api-command/ask-server.ts';
import { printRows } from '../api-command/print-rows.ts';
import type { Command } from '../command/command.ts';
import { done, noFailure, type Failure } from '../command/outcome.ts';

type Source = EndpointAnswer<(typeof endpoints)['listDatasources']>['sources'][number];

export const datasourceListCommand: Command = {
  words: 'datasource list',
  summary: 'Data sources of the query language',
  arguments: [],
  options: [],
  examples: [{ line: './weft datasource list', means: 'each with what one row of it is' }],
  run: async ({ environment, terminal }) => {
    const answer = await askServer(environment, 'listDatasources', {});
    if (answer.kind === 'error') return answer.error;
    const { sources } = answer.value;
    if (terminal.isJson) {
      terminal.out(JSON.stringify(answer.value));
      return done;
    }
    return printRows(
      terminal,
      { rows: sources, total: sources.length },
      [
        { title: 'SOURCE', value: (source) => source.name },
        { title: 'COLUMNS', value: (source) => source.columns.length },
        { title: 'ONE ROW IS', value: (source) => source.oneRowIs },
      ],
      'The server has no data source.',
    );
  },
};

export const datasourceShowCommand: Command = {
  words: 'datasource show',
  summary: 'Columns of a data source, with type, unit and meaning',
  arguments: [{ name: 'SOURCE', summary: 'Its name, such as LW_HE_PROCESSES; case does not matter.' }],
  options: [],
  examples: [{ line: './weft datasource show LW_HE_MACHINES', means: 'its columns' }],
  run: async ({ environment, terminal, arguments: [word = ''] }) => {
    const answer = await askServer(environment, 'listDatasources', {});
    if (answer.kind === 'error') return answer.error;
    const source = findSource(answer.value.sources, word);
    if (source.kind === 'error') return source.error;
    if (terminal.isJson) {
      terminal.out(JSON.stringify(source.value));
      return done;
    }
    const { columns } = source.value;
    return printRows(
      terminal,
      { rows: columns, total: columns.length },
      [
        { title: 'COLUMN', value: (column) => column.name },
        { title: 'TYPE', value: (column) => column.type },
        { title: 'NULL', value: (column) => (column.mayBeNull ? 'may be' : 'never') },
        { title: 'UNIT', value: (column) => column.unit },
        { title: 'MEANING', value: (column) => column.meaning },
      ],
      'It has no columns.',
    );
  },
};

function findSource(sources: readonly Source[], word: string): Result<Source, Failure> {
  const source = sources.find((candidate) => candidate.name.toLowerCase() === word.toLowerCase());
  if (source !== undefined) return ok(source);
  const meant = nearestWord(
    word,
    sources.map((candidate) => candidate.name),
  );
  return err(
    noFailure(`there is no data source "${word}".`, meant === undefined ? 'See `./weft datasource list`.' : `Did you mean ${meant}?`),
  );
}
