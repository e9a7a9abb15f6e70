import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { mapAnswer, valueOf } from '../data/answer.ts';
import type { AnswerOf } from '../data/api.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Facts, type Fact } from '../facts/facts.tsx';
import { formatBytes } from '../format/bytes.ts';
import { Notice } from '../states/notice.tsx';
import { Command } from '../states/command.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { When } from '../time/when.tsx';
import { useUrlState } from '../url/use-url-state.ts';
import { intakeWords } from './intake-words.ts';
import css from './settings.module.css';

type System = AnswerOf<'getSystem'>;

const columns: readonly Column<System['tables'][number]>[] = [
  { id: 'name', title: 'Table', kind: 'code', widthPx: 200, isGrowing: true, value: (row) => row.name },
  { id: 'rows', title: 'Rows', kind: 'count', widthPx: 136, value: (row) => row.rows },
  { id: 'bytes', title: 'On disk', kind: 'bytes', widthPx: 112, value: (row) => row.bytes },
  { id: 'oldest', title: 'Oldest', kind: 'time', widthPx: 144, value: (row) => row.oldest },
  { id: 'newest', title: 'Newest', kind: 'time', widthPx: 144, value: (row) => row.newest },
];
const codec = tableCodec(columns, { column: 'bytes', isDescending: true });

/** The server about itself. */
export function SystemSection(): ReactNode {
  const answer = useAnswer('getSystem', {}, { refreshMs: 30_000 });
  const [state, setState] = useUrlState(codec);
  const system = valueOf(answer);
  return (
    <div className={css['scroll']}>
      {system !== undefined && <IntakeAlert state={system.intakeState} />}
      {answer.kind !== 'failed' && (
        <div className={css['panel']}>
          {system === undefined ? <Skeleton height={120} /> : <Facts facts={factsOf(system)} look="columns" />}
        </div>
      )}
      {system !== undefined && (
        <div className={css['panel']}>
          SHA-256 of the certificate authority, which agents pin:
          <Command text={system.caFingerprint} />
        </div>
      )}
      <DataTable
        label="tables"
        size="inline"
        columns={columns}
        answer={mapAnswer(answer, ({ tables }) => ({ rows: tables, total: tables.length }))}
        keyOf={(table) => table.name}
        state={state}
        onState={setState}
        empty={{ title: 'No tables', why: 'The warehouse has none yet; the server makes them at its start.' }}
      />
    </div>
  );
}

function IntakeAlert({ state }: { readonly state: System['intakeState'] }): ReactNode {
  const { tone, title, words } = intakeWords[state];
  if (words === undefined) return null;
  return (
    <Notice tone={tone} title={title}>
      {words}
    </Notice>
  );
}

function factsOf(system: System): readonly Fact[] {
  return [
    { term: 'Version', value: system.version },
    { term: 'Started', value: <When at={system.startedAt} /> },
    { term: 'Warehouse', value: system.warehouse === 'embedded' ? 'embedded ClickHouse' : 'ClickHouse cluster' },
    { term: 'Database', value: system.database === 'sqlite' ? 'SQLite' : 'PostgreSQL' },
    { term: 'Retention', value: `${system.retentionDays} days` },
    { term: 'Free disk', value: system.freeDiskBytes === undefined ? undefined : formatBytes(system.freeDiskBytes) },
    { term: 'Intake', value: intakeWords[system.intakeState].fact },
  ];
}
