import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './overview.module.css';

/** A framed part of the overview. */
export function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={css['panel']} aria-label={title}>
      <Title order={2} mb={8}>
        {title}
      </Title>
      {children}
    </section>
  );
}
