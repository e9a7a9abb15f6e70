import { unreachable } from '@weft/base';
import type { Column, ColumnKind, Fold } from './column.ts';

/** Sketch behind `distinct` columns: exact while small, about 1.6 % off beyond, at most 3 KB an edge. */
const distinctSketch = 'uniqCombined';
const distinctPrecision = 12;

/** Most values a `union` keeps, so that one row cannot grow without end. */
const unionCap = 100;

/** `uniqCombinedState(12)(pid_hash)`: what a view writes into a `distinct` column. The argument must be UInt64, not nullable. */
export function distinctState(expression: string): string {
  return `${distinctSketch}State(${distinctPrecision})(${expression})`;
}

/** `uniqCombinedMerge(12)(instances)`: how many distinct values the rows of a group hold together. */
export function distinctMerge(column: string): string {
  return `${distinctSketch}Merge(${distinctPrecision})(${column})`;
}

/** The aggregate function, with its parameters, that folds a column: `sum`, `groupUniqArrayArray(100)`. For views and for reading. */
export function foldFunction(fold: Fold): string {
  return fold === 'union' ? `groupUniqArrayArray(${unionCap})` : fold;
}

/** ClickHouse type of a column. */
export function columnType(column: Column): string {
  if (column.kind === 'distinct') return `AggregateFunction(${distinctSketch}(${distinctPrecision}), UInt64)`;
  const type = column.isOptional === true ? optionalType(column.kind) : requiredType(column.kind);
  return column.fold === undefined ? type : `SimpleAggregateFunction(${foldFunction(column.fold)}, ${type})`;
}

/** Lists and maps cannot be Nullable in ClickHouse: absent is empty. */
function optionalType(kind: Exclude<ColumnKind, 'distinct'>): string {
  if (kind === 'word') return 'LowCardinality(Nullable(String))';
  return kind === 'texts' || kind === 'map' ? requiredType(kind) : `Nullable(${requiredType(kind)})`;
}

function requiredType(kind: Exclude<ColumnKind, 'distinct'>): string {
  switch (kind) {
    case 'text':
      return 'String';
    case 'word':
      return 'LowCardinality(String)';
    case 'time':
      return "DateTime64(3, 'UTC')";
    case 'count':
      return 'UInt64';
    case 'integer':
      return 'Int64';
    case 'decimal':
      return 'Float64';
    case 'flag':
      return 'Bool';
    case 'texts':
      return 'Array(String)';
    case 'map':
      return 'Map(String, String)';
    default:
      return unreachable(kind);
  }
}
