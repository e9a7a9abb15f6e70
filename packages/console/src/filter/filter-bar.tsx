import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import css from './filter-bar.module.css';
import { FilterChip } from './filter-chip.tsx';
import { negateFilter, parseFilter, type Filter, type FilterField } from './filter.ts';
import { isConditionBegun, suggest, type Suggestion } from './suggest.ts';

export interface FilterBarProps {
  readonly fields: readonly FilterField[];
  /** Values a field has in what is shown, most frequent first. */
  readonly valuesOf: (field: string) => readonly string[];
  readonly filters: readonly Filter[];
  readonly text: string;
  readonly onFilters: (filters: readonly Filter[]) => void;
  /** With every key typed. */
  readonly onText: (text: string) => void;
}

/** Conditions as words, typed with completion; text that is no condition is looked for everywhere. */
export function FilterBar({ fields, valuesOf, filters, text, onFilters, onText }: FilterBarProps): ReactNode {
  const [begun, setBegun] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const shown = begun === '' ? text : begun;
  const suggestions = combobox.dropdownOpened ? suggest(shown, fields, valuesOf) : [];

  const type = (next: string): void => {
    combobox.openDropdown();
    combobox.resetSelectedOption();
    const isBegun = isConditionBegun(next, fields);
    setBegun(isBegun ? next : '');
    if (!isBegun) onText(next);
    else if (text !== '') onText('');
  };
  const add = (condition: string): boolean => {
    const filter = parseFilter(condition, fields);
    if (filter === undefined) return false;
    setBegun('');
    onFilters([...filters, filter]);
    combobox.closeDropdown();
    return true;
  };
  const take = (option: string): void => {
    const isComplete = suggestions.some((one) => one.text === option && one.isComplete);
    if (!isComplete || !add(option)) type(option);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && combobox.getSelectedOptionIndex() === -1 && add(shown)) event.preventDefault();
    if (event.key === 'Backspace' && shown === '' && filters.length > 0) onFilters(filters.slice(0, -1));
  };

  return (
    <div className={css['bar']}>
      {filters.map((filter, at) => (
        <FilterChip
          key={`${filter.field} ${filter.operator} ${filter.value}`}
          filter={filter}
          title={fields.find(({ id }) => id === filter.field)?.title ?? filter.field}
          onNegate={() => onFilters(filters.with(at, negateFilter(filter)))}
          onRemove={() => onFilters(filters.toSpliced(at, 1))}
        />
      ))}
      <Combobox store={combobox} onOptionSubmit={take} position="bottom-start" width={320}>
        <Combobox.Target>
          <TextInput
            className={css['input']}
            variant="unstyled"
            size="xs"
            aria-label="Filter"
            data-filter-input
            leftSection={<IconFilter size={14} aria-hidden />}
            placeholder={filters.length === 0 ? `Filter: type text, or a condition such as “${fields[0]?.title ?? ''} is …”` : 'and …'}
            value={shown}
            onChange={(event) => type(event.currentTarget.value)}
            onClick={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={onKeyDown}
          />
        </Combobox.Target>
        <Options suggestions={suggestions} />
      </Combobox>
    </div>
  );
}

function Options({ suggestions }: { readonly suggestions: readonly Suggestion[] }): ReactNode {
  return (
    <Combobox.Dropdown hidden={suggestions.length === 0}>
      <Combobox.Options mah={320} className={css['options']}>
        {suggestions.map(({ text }) => (
          <Combobox.Option key={text} value={text}>
            {text}
          </Combobox.Option>
        ))}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}
