import type { Command } from '../command/command.ts';
import { done } from '../command/outcome.ts';
import { loginFilePath, removeLoginFile } from '../server-access/login-file.ts';

export const logoutCommand: Command = {
  words: 'logout',
  summary: 'Forget the server and the key that `login` wrote down',
  arguments: [],
  options: [],
  examples: [{ line: './weft logout', means: 'commands ask the local server again' }],
  run: async ({ environment, terminal }) => {
    const wasThere = removeLoginFile(loginFilePath(environment.variables));
    const said = wasThere ? 'Forgotten.' : 'There was nothing to forget.';
    terminal.out(terminal.isJson ? JSON.stringify({ wasThere }) : said);
    return await Promise.resolve(done);
  },
};
