import { CloseButton, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './filter-bar.module.css';
import type { Filter } from './filter.ts';

export interface FilterChipProps {
  readonly filter: Filter;
  readonly title: string;
  readonly onNegate: () => void;
  readonly onRemove: () => void;
}

/** One condition in words; a click on its verb turns it over. */
export function FilterChip({ filter, title, onNegate, onRemove }: FilterChipProps): ReactNode {
  const isNegated = filter.operator === 'is not' || filter.operator === 'does not contain';
  return (
    <span className={css['chip']}>
      {title}
      <UnstyledButton className={css['verb']} data-negated={isNegated || undefined} onClick={onNegate} title="Turn this condition over">
        {filter.operator}
      </UnstyledButton>
      <span className={css['value']} title={filter.value}>
        {filter.value}
      </span>
      <CloseButton size={16} aria-label={`Remove: ${title} ${filter.operator} ${filter.value}`} onClick={onRemove} />
    </span>
  );
}
