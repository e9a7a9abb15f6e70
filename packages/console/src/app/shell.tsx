import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAnswer } from '../data/use-answer.ts';
import { Trouble } from '../states/trouble.tsx';
import { HelpOverlay } from '../keyboard/help-overlay.tsx';
import { Rail } from './rail.tsx';
import css from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { WhoContext } from './who-context.ts';

/**
 * What is around every page for a person signed in: rail, top bar, keys. Nobody signed in goes to the sign-in page.
 * Pages ask their questions at once, beside the one who is signed in: it saves a round trip, and the server decides anyway.
 */
export function Shell(): ReactNode {
  const who = useAnswer('whoAmI', {});
  const [isHelpOpen, setHelpOpen] = useShortcuts();
  return (
    <WhoContext value={who.kind === 'ready' ? who.value : undefined}>
      <div className={css['shell']}>
        <a className={css['skip']} href="#page">
          Skip to the page
        </a>
        <Rail />
        <TopBar onHelp={() => setHelpOpen(true)} />
        <main className={css['page']} id="page" tabIndex={-1}>
          {who.kind === 'failed' && !isSignedOut(who.error) && <Trouble error={who.error} retry={who.retry} />}
          {who.kind !== 'failed' && <Outlet />}
        </main>
        <HelpOverlay isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
      </div>
    </WhoContext>
  );
}

/** The query cache is already on its way to the sign-in page. */
function isSignedOut(error: { readonly kind: string; readonly status?: number }): boolean {
  return error.kind === 'refused' && error.status === 401;
}
