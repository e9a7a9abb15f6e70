import { join } from 'node:path';
import type { Command } from '../command/command.ts';
import { claimLock } from '../workspace/claim-lock.ts';
import { lockFailure } from '../workspace/lock-failure.ts';
import { serviceNames } from '../workspace/service-record.ts';
import { workspacePaths } from '../workspace/workspace-paths.ts';
import { stopServices } from './stop-services.ts';

export const downCommand: Command = {
  words: 'down',
  summary: 'Stop exactly what `up` started',
  details:
    'The agent is stopped first and keeps on disk what it could not send; the server finishes what it has accepted. A process that\n' +
    'does not end within 20 s is killed. Data stays; the next `up` goes on with it.',
  arguments: [],
  options: [],
  examples: [{ line: './weft down', means: 'stop the server and the agent of this checkout' }],
  run: async ({ environment, terminal }) => {
    const paths = workspacePaths(environment.workspace);
    const lock = claimLock(join(paths.run, 'up.lock'));
    if (lock.kind !== 'claimed') return lockFailure(lock.kind, 'down');
    try {
      return await stopServices(paths, terminal, serviceNames);
    } finally {
      lock.release();
    }
  },
};
