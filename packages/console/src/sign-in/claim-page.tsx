import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useChange } from '../data/use-change.ts';
import { Trouble } from '../states/trouble.tsx';
import { PasswordStrength } from './password-strength.tsx';
import { LEAST_PASSWORD_LENGTH } from './rate-password.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** Uses a one-time link: makes the person, or gives them a new password, and signs in. */
export function ClaimPage(): ReactNode {
  const link = useRouterState({ select: (state) => state.location.hash });
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const claim = useChange('claimLink');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const isComplete = email.includes('@') && name.trim() !== '' && password.length >= LEAST_PASSWORD_LENGTH;
  const submit = (): void =>
    claim.run({ link, email: email.trim(), name: name.trim(), password }, () => {
      cache.clear();
      void navigate({ to: '/', replace: true });
    });
  if (link === '') return <NoLink />;
  return (
    <SignInFrame title="Welcome to Weft" sentence="This link works once. Choose how you sign in from now on." onSubmit={submit}>
      <TextInput
        label="Email"
        type="email"
        required
        autoFocus
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput label="Your name" required autoComplete="name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <div>
        <PasswordInput
          label="New password"
          required
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordStrength password={password} own={[email, name]} />
      </div>
      {claim.error !== undefined && <Trouble error={claim.error} title="The link was not used" />}
      <Button type="submit" loading={claim.isRunning} disabled={!isComplete}>
        Create account and sign in
      </Button>
    </SignInFrame>
  );
}

function NoLink(): ReactNode {
  return (
    <SignInFrame
      title="This link is not complete"
      sentence="It must end in # and a token. Copy the whole link again, or ask an administrator for a new one: Settings, People, Invite."
      onSubmit={() => undefined}
    >
      <Button component="a" href="/sign-in" variant="default">
        Go to sign-in
      </Button>
    </SignInFrame>
  );
}
