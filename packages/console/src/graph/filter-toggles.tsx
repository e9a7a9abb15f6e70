import { Chip, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Filter } from '../filter/filter.ts';

export interface FilterTogglesProps {
  readonly filters: readonly Filter[];
  readonly onFilters: (filters: readonly Filter[]) => void;
}

interface Toggle {
  readonly title: string;
  readonly filter: Filter;
  /** Pressed when the condition is there, or when it is not. */
  readonly isOnWithFilter: boolean;
}

const toggles: readonly Toggle[] = [
  { title: 'Connections', filter: { field: 'kind', operator: 'is not', value: 'connection' }, isOnWithFilter: false },
  { title: 'Launches', filter: { field: 'kind', operator: 'is not', value: 'launch' }, isOnWithFilter: false },
  { title: 'Names asked', filter: { field: 'kind', operator: 'is not', value: 'dns' }, isOnWithFilter: false },
  { title: 'Only new', filter: { field: 'state', operator: 'is', value: 'new' }, isOnWithFilter: true },
];

/** The filters used most, one click each; they are conditions like any other and show in the filter bar too. */
export function FilterToggles({ filters, onFilters }: FilterTogglesProps): ReactNode {
  return (
    <Group gap={6}>
      {toggles.map(({ title, filter, isOnWithFilter }) => {
        const hasFilter = filters.some((one) => isSame(one, filter));
        return (
          <Chip
            key={title}
            size="xs"
            variant="outline"
            radius="sm"
            checked={hasFilter === isOnWithFilter}
            onChange={() => onFilters(hasFilter ? filters.filter((one) => !isSame(one, filter)) : [...filters, filter])}
          >
            {title}
          </Chip>
        );
      })}
    </Group>
  );
}

function isSame(one: Filter, other: Filter): boolean {
  return one.field === other.field && one.operator === other.operator && one.value === other.value;
}
