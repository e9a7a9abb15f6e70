import { createRoute, type AnyRoute } from '@tanstack/react-router';
import { ClaimPage } from './claim-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

export function createSignInRoute(parent: AnyRoute): AnyRoute {
  return createRoute({ getParentRoute: () => parent, path: '/sign-in', component: SignInPage });
}

/** `/claim#TOKEN`: the token is behind the `#` so that no log or proxy sees it. */
export function createClaimRoute(parent: AnyRoute): AnyRoute {
  return createRoute({ getParentRoute: () => parent, path: '/claim', component: ClaimPage });
}
