import { Combobox, Kbd, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useAnswer } from '../data/use-answer.ts';
import { useGo } from '../links/use-go.ts';
import { SearchOptions } from './search-options.tsx';
import { pagesMatching, optionOfHit, type SearchOption } from './search-option.ts';

/** Typing pauses this long before the server is asked. */
const PAUSE_MS = 150;

/** Search over machines, applications, containers, addresses, names and pages; `/` comes here from everywhere. */
export function SearchBox(): ReactNode {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), PAUSE_MS);
  const field = useRef<HTMLInputElement>(null);
  const go = useGo();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const answer = useAnswer('search', { text: asked === '' ? '-' : asked }, { isEnabled: asked !== '' });
  const hits = answer.kind === 'ready' && text.trim() !== '' ? answer.value.hits : [];
  const options: readonly SearchOption[] = [...pagesMatching(text), ...hits.map(optionOfHit)];
  const isWaiting =
    text.trim() !== '' && (answer.kind === 'loading' || asked !== text.trim() || (answer.kind === 'ready' && answer.isStale));
  const take = (key: string): void => {
    const option = options.find((one) => one.key === key);
    if (option === undefined) return;
    setText('');
    combobox.closeDropdown();
    field.current?.blur();
    go(option.place);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={take} width="target">
      <Combobox.Target>
        <TextInput
          ref={field}
          size="xs"
          type="search"
          aria-label="Search everything"
          data-search-input
          placeholder="Search machines, applications, containers, addresses …"
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={isWaiting ? <Loader size={12} /> : <Kbd size="xs">/</Kbd>}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') field.current?.blur();
            if (event.key === 'Enter' && combobox.getSelectedOptionIndex() === -1 && options[0] !== undefined && !isWaiting)
              take(options[0].key);
          }}
        />
      </Combobox.Target>
      <SearchOptions
        text={text.trim()}
        options={options}
        isWaiting={isWaiting}
        error={answer.kind === 'failed' ? answer.error : undefined}
      />
    </Combobox>
  );
}
