import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

export interface DeleteButtonProps {
  /** For screen readers: `the API key deploy`. */
  readonly what: string;
  readonly onDelete: () => void;
}

/** Asks once more, in place: the second click does it, leaving the button takes it back. */
export function DeleteButton({ what, onDelete }: DeleteButtonProps): ReactNode {
  const [isAsking, setAsking] = useState(false);
  return (
    <Button
      size="compact-xs"
      variant={isAsking ? 'filled' : 'default'}
      {...(isAsking ? { color: 'red' } : {})}
      aria-label={isAsking ? `Really delete ${what}` : `Delete ${what}`}
      onBlur={() => setAsking(false)}
      onClick={() => (isAsking ? onDelete() : setAsking(true))}
    >
      {isAsking ? 'Really delete' : 'Delete'}
    </Button>
  );
}
