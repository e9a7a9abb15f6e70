import { TextInput } from '@mantine/core';
import { IconFocus2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './graph-page.module.css';
import type { DrawnNode } from './model/drawn-graph.ts';
import type { GraphState } from './state/graph-state.ts';

export interface FindBoxProps {
  readonly state: GraphState;
  readonly setState: (next: GraphState, step?: 'push' | 'replace') => void;
  readonly found: readonly DrawnNode[];
  readonly foundAt: number;
  readonly onFoundAt: (at: number) => void;
  readonly onChoose: (key: string | undefined) => void;
}

/** Finds nodes without hiding the rest: brings the first to the middle, Enter goes to the next. */
export function FindBox({ state, setState, found, foundAt, onFoundAt }: FindBoxProps): ReactNode {
  const at = found.length === 0 ? 0 : (foundAt % found.length) + 1;
  return (
    <div className={css['corner']}>
      <TextInput
        size="xs"
        w={260}
        aria-label="Find a node"
        placeholder="Find in the picture"
        leftSection={<IconFocus2 size={14} aria-hidden />}
        rightSectionWidth={72}
        rightSection={
          state.find !== '' && (
            <span className={css['count']} aria-live="polite">
              {found.length === 0 ? 'none' : `${at} of ${found.length}`}
            </span>
          )
        }
        value={state.find}
        onChange={(event) => {
          onFoundAt(0);
          setState({ ...state, find: event.currentTarget.value }, 'replace');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onFoundAt(foundAt + (event.shiftKey ? found.length - 1 : 1));
          if (event.key === 'Escape') setState({ ...state, find: '' }, 'replace');
        }}
      />
    </div>
  );
}
