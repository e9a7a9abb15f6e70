import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './page.module.css';
import { usePageTitle } from './use-page-title.ts';

export interface PageHeaderProps {
  readonly title: string;
  /** What stands in the line, when it is more than the title. */
  readonly heading?: ReactNode;
  /** The answer of the page in a sentence. */
  readonly sentence?: ReactNode;
  readonly actions?: ReactNode;
}

/** Title of a page and its answer in a sentence. */
export function PageHeader({ title, heading, sentence, actions }: PageHeaderProps): ReactNode {
  usePageTitle(title);
  return (
    <header className={css['header']}>
      <div className={css['words']}>
        <Title order={1} className={css['title']}>
          {heading ?? title}
        </Title>
        {sentence !== undefined && (
          <Text component="div" c="dimmed">
            {sentence}
          </Text>
        )}
      </div>
      {actions}
    </header>
  );
}
