import { tables, type Column, type ColumnKind, type EndpointAnswer, type endpoints, type Table } from '@weft/schema';
import { answer, type Handler } from '../http/handler.ts';

type Source = EndpointAnswer<(typeof endpoints)['listDatasources']>['sources'][number];

/** Types of LQL. */
const typeOf: Readonly<Record<ColumnKind, Source['columns'][number]['type']>> = {
  text: 'String',
  word: 'String',
  time: 'Timestamp',
  count: 'Number',
  integer: 'Number',
  decimal: 'Number',
  flag: 'Boolean',
  texts: 'Json',
  map: 'Json',
  distinct: 'Number',
};

export function createListDatasources(): Handler<'listDatasources'> {
  const sources = describeSources(Object.values(tables));
  return async () => answer({ sources });
}

/** Every LQL source with its columns, by name. */
export function describeSources(all: readonly Table[]): Source[] {
  return all
    .flatMap((table) => table.lqlSources.map((name) => ({ name, oneRowIs: table.oneRowIs, columns: describeColumns(table) })))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function describeColumns(table: Table): Source['columns'] {
  return Object.values<Column>(table.columns).flatMap(({ lql, kind, unit, meaning, isOptional }) =>
    lql === undefined
      ? []
      : [{ name: lql, type: typeOf[kind], ...(unit === undefined ? {} : { unit }), meaning, mayBeNull: isOptional === true }],
  );
}
