import { agentBuildCommand } from '../agent/agent-build-command.ts';
import { benchCommand } from '../bench/bench-command.ts';
import { downCommand } from '../down/down-command.ts';
import { lintCommand } from '../lint/lint-command.ts';
import { statusCommand } from '../status/status-command.ts';
import { testCommand } from '../test/test-command.ts';
import { upCommand } from '../up/up-command.ts';
import type { Command } from './command.ts';

/** Every command of weft, in the order in which help shows them. */
export const commandTable: readonly Command[] = [
  upCommand,
  downCommand,
  statusCommand,
  testCommand,
  lintCommand,
  benchCommand,
  agentBuildCommand,
];
