import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { createQueryClient } from '../data/query-client.ts';
import { theme } from '../theme/theme.ts';
import { createConsoleRouter } from './router.ts';
import { goToSignIn } from './go-to-sign-in.ts';

const router = createConsoleRouter();
const queryClient = createQueryClient(() => goToSignIn(router));

export function App(): ReactNode {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
