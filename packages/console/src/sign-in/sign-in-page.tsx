import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useChange } from '../data/use-change.ts';
import { Trouble } from '../states/trouble.tsx';
import { oneOf } from '../url/params.ts';
import { useUrlParams } from '../url/use-url-state.ts';
import { safeNext } from './safe-next.ts';
import { SignInFrame } from './sign-in-frame.tsx';

export function SignInPage(): ReactNode {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useChange('signIn');
  const cache = useQueryClient();
  const router = useRouter();
  const next = safeNext(oneOf(useUrlParams(), 'next'));
  const submit = (): void =>
    signIn.run({ email: email.trim(), password }, () => {
      cache.clear();
      router.history.push(next);
    });
  return (
    <SignInFrame title="Sign in" sentence="With the email and password you chose when you used your invitation link." onSubmit={submit}>
      <TextInput
        label="Email"
        type="email"
        required
        autoFocus
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label="Password"
        required
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {signIn.error !== undefined && <Trouble error={signIn.error} title="You are not signed in" />}
      <Button type="submit" loading={signIn.isRunning}>
        Sign in
      </Button>
    </SignInFrame>
  );
}
