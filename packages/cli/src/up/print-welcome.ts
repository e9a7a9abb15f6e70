import { hostname } from 'node:os';
import type { Call } from '../command/command.ts';
import { hasSwitch } from '../command/option-values.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import { hasPeople, makeAdminLink } from './admin-link.ts';
import type { Running } from './running.ts';

/** Where the console is, and how to get in. The one-time link is made only while nobody can sign in yet. */
export async function printWelcome(call: Call, paths: WorkspacePaths, running: Running): Promise<void> {
  const { terminal } = call;
  const local = `https://localhost:${running.server.port}`;
  const adminLink =
    (await hasPeople(running.server)) === true
      ? undefined
      : (await makeAdminLink(paths, running.server))?.replace(/^https:\/\/[^/]+/, local);
  const agent = running.agent === undefined ? 'not running' : `running (pid ${running.agent.identity.pid})`;
  if (terminal.isJson) {
    terminal.out(
      JSON.stringify({ console: `${local}/`, adminLink, server: running.server, agent: running.agent, started: running.started }),
    );
    return;
  }
  terminal.out(`Console   ${local}/  (from another machine: https://${hostname()}:${running.server.port}/)`);
  terminal.out(
    adminLink === undefined
      ? 'Sign in   with your email and password; a lost one: `./weft admin-link`'
      : `Sign in   ${adminLink}  (works once)`,
  );
  terminal.out(`Server    running (pid ${running.server.identity.pid}), data in ${running.server.folder}`);
  terminal.out(`Agent     ${agent}`);
  terminal.out(hasSwitch(call.options, 'detach') ? 'Stop      ./weft down' : 'Stop      Ctrl-C');
}
