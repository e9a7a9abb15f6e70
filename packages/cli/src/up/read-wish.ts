import { resolve } from 'node:path';
import type { Call } from '../command/command.ts';
import { hasSwitch, textOption } from '../command/option-values.ts';
import { noFailure, usageFailure, type Failure } from '../command/outcome.ts';
import { runningService } from '../workspace/service-record.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';

export const defaultPort = 8443;

/** What `up` is to bring about. */
export interface Wish {
  readonly port: number;
  readonly dataFolder: string;
  readonly hasAgent: boolean;
}

/** What was asked for; what runs already fills in what was not said, and refuses what contradicts it. */
export function readWish(call: Call, paths: WorkspacePaths): Wish | Failure {
  const running = runningService(paths.run, 'server');
  const port = Number(textOption(call.options, 'port') ?? running?.port ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return usageFailure(`--port must be a whole number from 1 to 65535, not "${textOption(call.options, 'port')}".`, 'Try `--port 8443`.');
  }
  const dataFolder = resolve(textOption(call.options, 'data') ?? running?.folder ?? paths.data);
  if (running !== undefined && (running.port !== port || running.folder !== dataFolder)) {
    return noFailure(`a server runs already, on port ${running.port} with the data in ${running.folder}.`, 'Stop it first: `./weft down`.');
  }
  return { port, dataFolder, hasAgent: !hasSwitch(call.options, 'no-agent') };
}
