import { Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ratePassword } from './rate-password.ts';

const colours = ['gray', 'red', 'yellow', 'green'] as const;

/** How good the password is, as a bar and in words. */
export function PasswordStrength({ password, own }: { readonly password: string; readonly own: readonly string[] }): ReactNode {
  const { level, hint } = ratePassword(password, own);
  return (
    <div aria-live="polite">
      <Progress mt={6} size={4} value={(level / 3) * 100} color={colours[level]} aria-label="Strength" />
      <Text size="xs" c="dimmed" mt={4}>
        {hint}
      </Text>
    </div>
  );
}
