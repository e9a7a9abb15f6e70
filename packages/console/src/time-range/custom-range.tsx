import { Button, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import css from './custom-range.module.css';
import { fromLocalInput, toLocalInput } from './local-input.ts';
import { resolveRange, type TimeRange } from './time-range.ts';

export interface CustomRangeProps {
  readonly range: TimeRange;
  readonly onRange: (range: TimeRange) => void;
}

/** Two instants, typed or picked, in local time. */
export function CustomRange({ range, onRange }: CustomRangeProps): ReactNode {
  const [now] = useState(() => Date.now());
  const { from: fromNow = '', to: toNow = new Date(now).toISOString() } = resolveRange(range, now);
  const [fromText, setFromText] = useState(toLocalInput(fromNow));
  const [toText, setToText] = useState(toLocalInput(toNow));
  const from = fromLocalInput(fromText);
  const to = fromLocalInput(toText);
  const isOrdered = from !== undefined && to !== undefined && from < to;
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isOrdered) onRange({ kind: 'between', from, to });
      }}
    >
      <TextInput
        size="xs"
        type="datetime-local"
        label="From"
        value={fromText}
        onChange={(event) => setFromText(event.currentTarget.value)}
      />
      <TextInput size="xs" type="datetime-local" label="To" value={toText} onChange={(event) => setToText(event.currentTarget.value)} />
      {!isOrdered && (
        <Text size="xs" c="red" role="alert">
          “From” must be before “To”.
        </Text>
      )}
      <Button size="xs" type="submit" disabled={!isOrdered}>
        Use these
      </Button>
    </form>
  );
}
