import { Combobox } from '@mantine/core';
import type { CallError } from '@weft/schema';
import type { ReactNode } from 'react';
import { describeCallError } from '../data/failed-call.ts';
import type { SearchOption } from './search-option.ts';
import css from './search.module.css';

export interface SearchOptionsProps {
  readonly text: string;
  readonly options: readonly SearchOption[];
  readonly isWaiting: boolean;
  readonly error: CallError | undefined;
}

export function SearchOptions({ text, options, isWaiting, error }: SearchOptionsProps): ReactNode {
  return (
    <Combobox.Dropdown>
      <Combobox.Options mah={420} className={css['options']}>
        {options.map(({ key, kind, label, detail }) => (
          <Combobox.Option key={key} value={key}>
            <span className={css['option']}>
              <span className={css['kind']}>{kind}</span>
              <span className={css['label']}>{label}</span>
              <span className={css['detail']}>{detail}</span>
            </span>
          </Combobox.Option>
        ))}
        {error !== undefined && <Combobox.Empty>{describeCallError(error)}</Combobox.Empty>}
        {options.length === 0 && error === undefined && (
          <Combobox.Empty>{isWaiting ? 'Searching …' : `Nothing contains “${text}”.`}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}
