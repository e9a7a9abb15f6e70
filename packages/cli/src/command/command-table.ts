import { adminLinkCommand } from '../admin-link/admin-link-command.ts';
import { agentTokenCreateCommand } from '../agent-token/agent-token-create-command.ts';
import { agentTokenListCommand } from '../agent-token/agent-token-list-command.ts';
import { agentTokenDisableCommand, agentTokenEnableCommand } from '../agent-token/agent-token-switch-commands.ts';
import { agentBuildCommand } from '../agent/agent-build-command.ts';
import { apiKeyCreateCommand, apiKeyDeleteCommand, apiKeyListCommand } from '../api-key/api-key-commands.ts';
import { apiCommand } from '../api/api-command.ts';
import { applicationListCommand } from '../application/application-list-command.ts';
import { applicationShowCommand } from '../application/application-show-command.ts';
import { benchCommand } from '../bench/bench-command.ts';
import { datasourceListCommand, datasourceShowCommand } from '../datasource/datasource-commands.ts';
import { downCommand } from '../down/down-command.ts';
import { graphCommand } from '../graph/graph-command.ts';
import { lintCommand } from '../lint/lint-command.ts';
import { loginCommand } from '../login/login-command.ts';
import { logoutCommand } from '../login/logout-command.ts';
import { whoamiCommand } from '../login/whoami-command.ts';
import { connectionListCommand } from '../machine-lists/connection-list-command.ts';
import { containerListCommand } from '../machine-lists/container-list-command.ts';
import { dnsListCommand } from '../machine-lists/dns-list-command.ts';
import { execListCommand } from '../machine-lists/exec-list-command.ts';
import { gapListCommand } from '../machine-lists/gap-list-command.ts';
import { listenerListCommand } from '../machine-lists/listener-list-command.ts';
import { metricListCommand } from '../machine-lists/metric-list-command.ts';
import { processListCommand } from '../machine-lists/process-list-command.ts';
import { machineListCommand, machineShowCommand } from '../machine/machine-commands.ts';
import { overviewCommand } from '../overview/overview-command.ts';
import { personDisableCommand, personEnableCommand, personRoleCommand } from '../person/person-change-commands.ts';
import { personInviteCommand } from '../person/person-invite-command.ts';
import { personListCommand } from '../person/person-list-command.ts';
import { searchCommand } from '../search/search-command.ts';
import { statusCommand } from '../status/status-command.ts';
import { systemCommand } from '../system/system-command.ts';
import { testCommand } from '../test/test-command.ts';
import { upCommand } from '../up/up-command.ts';
import type { Command } from './command.ts';

/** Every command of weft, in the order in which help shows them. */
export const commandTable: readonly Command[] = [
  upCommand,
  downCommand,
  statusCommand,
  adminLinkCommand,
  testCommand,
  lintCommand,
  benchCommand,
  agentBuildCommand,
  loginCommand,
  logoutCommand,
  whoamiCommand,
  overviewCommand,
  searchCommand,
  machineListCommand,
  machineShowCommand,
  processListCommand,
  execListCommand,
  connectionListCommand,
  listenerListCommand,
  dnsListCommand,
  containerListCommand,
  metricListCommand,
  gapListCommand,
  applicationListCommand,
  applicationShowCommand,
  graphCommand,
  agentTokenCreateCommand,
  agentTokenListCommand,
  agentTokenDisableCommand,
  agentTokenEnableCommand,
  personInviteCommand,
  personListCommand,
  personRoleCommand,
  personDisableCommand,
  personEnableCommand,
  apiKeyCreateCommand,
  apiKeyListCommand,
  apiKeyDeleteCommand,
  systemCommand,
  datasourceListCommand,
  datasourceShowCommand,
  apiCommand,
];
