import { ActionIcon } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { SearchBox } from '../search/search-box.tsx';
import { ThemeToggle } from '../theme/theme-toggle.tsx';
import { RangePicker } from '../time-range/range-picker.tsx';
import { PersonMenu } from './person-menu.tsx';
import css from './shell.module.css';

/** Search over everything, the time range of the page, look, and person: in the same place on every page. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }): ReactNode {
  return (
    <header className={css['bar']}>
      <div className={css['search']}>
        <SearchBox />
      </div>
      <div className={css['rest']}>
        <RangePicker />
        <ActionIcon variant="subtle" color="gray" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" onClick={onHelp}>
          <IconKeyboard size={18} stroke={1.6} />
        </ActionIcon>
        <ThemeToggle />
        <PersonMenu />
      </div>
    </header>
  );
}
