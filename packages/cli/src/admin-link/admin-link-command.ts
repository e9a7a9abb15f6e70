import type { Command } from '../command/command.ts';
import { textOption } from '../command/option-values.ts';
import { done, unreachableFailure } from '../command/outcome.ts';
import { makeAdminLink } from '../up/admin-link.ts';
import { runningService } from '../workspace/service-record.ts';
import { workspacePaths } from '../workspace/workspace-paths.ts';

export const adminLinkCommand: Command = {
  words: 'admin-link',
  summary: 'Make a one-time link with which an admin is created, or sets a new password',
  details: "Works on the server's machine, for whoever may write to its data folder.",
  arguments: [],
  options: [{ name: 'data', value: 'DIR', summary: "Folder of the server's data; that of the running server when unset." }],
  examples: [{ line: './weft admin-link', means: 'open it in a browser' }],
  run: async ({ environment, terminal, options }) => {
    const paths = workspacePaths(environment.workspace);
    const running = runningService(paths.run, 'server');
    const folder = textOption(options, 'data') ?? running?.folder ?? paths.data;
    const link = await makeAdminLink(paths, { folder, port: running?.port ?? 8443 });
    if (link === undefined)
      return unreachableFailure(`no link could be made in ${folder}.`, 'Run this as root on the server, after its first `./weft up`.');
    terminal.out(terminal.isJson ? JSON.stringify({ link }) : link);
    return done;
  },
};
