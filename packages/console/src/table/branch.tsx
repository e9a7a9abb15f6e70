import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './data-table.module.css';

const INDENT_PX = 16;
const FOLD_PX = 20;

export interface BranchProps {
  readonly depth: number;
  readonly isOpen: boolean | undefined;
  readonly onFold: () => void;
}

/** The indent of a tree's row, and what opens it. The keys for it are ← and →, so it is no stop for Tab. */
export function Branch({ depth, isOpen, onFold }: BranchProps): ReactNode {
  return (
    <span className={css['branch']} style={{ width: depth * INDENT_PX + FOLD_PX }}>
      {isOpen !== undefined && (
        <UnstyledButton className={css['fold']} tabIndex={-1} aria-label={isOpen ? 'Close the branch' : 'Open the branch'} onClick={onFold}>
          {isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        </UnstyledButton>
      )}
    </span>
  );
}
