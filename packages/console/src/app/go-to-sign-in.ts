import type { AnyRouter } from '@tanstack/react-router';

/** Sends a person whose session ended to the sign-in page, which brings them back to where they were. */
export function goToSignIn(router: AnyRouter): void {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in' || pathname === '/claim') return;
  void router.navigate({ to: '/sign-in', search: { next: href }, replace: true });
}
