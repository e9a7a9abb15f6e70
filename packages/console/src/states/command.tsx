import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './empty.module.css';

/** A command or secret to copy, whole, with one click. */
export function Command({ text, label = 'Copy' }: { readonly text: string; readonly label?: string }): ReactNode {
  return (
    <div className={css['command']}>
      <pre className={css['text']}>{text}</pre>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy} leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}>
            {copied ? 'Copied' : label}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
