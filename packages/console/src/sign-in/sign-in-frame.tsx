import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import markUrl from '../theme/mark.svg';
import { usePageTitle } from '../page/use-page-title.ts';
import css from './sign-in.module.css';

export interface SignInFrameProps {
  readonly title: string;
  readonly sentence: ReactNode;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** The form in the middle of the pages before one is signed in. */
export function SignInFrame({ title, sentence, onSubmit, children }: SignInFrameProps): ReactNode {
  usePageTitle(title);
  return (
    <main className={css['page']}>
      <Paper withBorder p={24} w={400}>
        <form
          className={css['form']}
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <div className={css['brand']}>
            <img src={markUrl} alt="" width={28} height={28} /> Weft
          </div>
          <Title order={1}>{title}</Title>
          <Text c="dimmed" size="sm">
            {sentence}
          </Text>
          {children}
        </form>
      </Paper>
    </main>
  );
}
