import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './empty.module.css';
import { Command } from './command.tsx';

export interface EmptyProps {
  /** What is not there, such as `No connections in this time range`. */
  readonly title: string;
  /** Why, and what to do. */
  readonly why: ReactNode;
  /** To copy. */
  readonly command?: string;
}

/** An empty page says why it is empty and what to do about it. */
export function Empty({ title, why, command }: EmptyProps): ReactNode {
  return (
    <div className={css['empty']}>
      <Title order={3} size="h4">
        {title}
      </Title>
      <Text c="dimmed" maw={640}>
        {why}
      </Text>
      {command !== undefined && <Command text={command} />}
    </div>
  );
}
