import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentExecutable } from './repository.ts';
import { startProcess, type RunningProcess } from './running-process.ts';

export interface WeftAgent {
  readonly stateDir: string;
  readonly process: () => RunningProcess;
  readonly restart: () => void;
  readonly stop: () => Promise<void>;
}

export interface AgentPlace {
  /** Folder for the configuration, the state and the log. */
  readonly dir: string;
  readonly token: string;
  readonly serverUrl: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Starts the built agent executable with a configuration of its own. */
export function startWeftAgent(place: AgentPlace): WeftAgent {
  const configPath = join(place.dir, 'config.json');
  const stateDir = join(place.dir, 'state');
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(configPath, JSON.stringify({ tokens: { AccessToken: place.token }, serverurl: place.serverUrl, ...place.config }), {
    mode: 0o640,
  });
  const start = (): RunningProcess =>
    startProcess([agentExecutable, '--config', configPath, '--state', stateDir], { logPath: join(place.dir, 'agent.log') });
  let running = start();
  return {
    stateDir,
    process: () => running,
    restart: () => {
      running = start();
    },
    stop: () => running.stop(),
  };
}
