import { err, ok, type Result } from '@weft/base';
import type { AgentConfig } from './agent-config.ts';
import { readConfigValues } from './config-values.ts';
import type { AgentEnvironment } from './environment.ts';
import { parseMemorySize } from './memory-size.ts';
import { netmaskBits } from './netmask-bits.ts';

export interface MadeConfig {
  readonly config: AgentConfig;
  readonly warnings: readonly string[];
}

/** The bar of the design: an agent above it is broken. */
const DEFAULT_MEMORY_LIMIT_BYTES = 200 * 1024 * 1024;
const TOKEN = /^[A-Za-z0-9][-_A-Za-z0-9]{10,55}[A-Za-z0-9]$/;

/** Merges file and environment, the environment wins, and checks. Pure; gives all problems at once, each with its key and how to mend it. */
export function makeConfig(json: unknown, environment: AgentEnvironment): Result<MadeConfig, readonly string[]> {
  const { values, problems: typeProblems, warnings } = readConfigValues(json);
  const problems = [...typeProblems];
  const text = (key: string): string | undefined => textOf(values.get(key));
  const need = <T>(key: string, value: T | undefined, mend: string): T | undefined => {
    if (value === undefined && !problems.some((problem) => problem.toLowerCase().startsWith(key.toLowerCase())))
      problems.push(`${key} ${mend}`);
    return value;
  };
  const parsed = <T>(key: string, parse: (given: string) => T | undefined, mend: string, shown?: string): T | undefined => {
    const given = text(key);
    return given === undefined ? undefined : need(key, parse(given), `${mend}, got ${shown ?? JSON.stringify(given)}`);
  };

  const givenToken = environment.token ?? text('tokens.accesstoken') ?? text('accesstoken');
  const givenServer = environment.serverUrl ?? text('serverurl');
  const token = need('tokens.AccessToken', tokenOf(givenToken), tokenMend(givenToken));
  const serverUrl = need('serverurl', urlOf(givenServer, ['https:']), serverMend(givenServer));
  const proxyUrl = parsed('proxyurl', proxyOf, 'must be an http:// or https:// URL, or "direct"', '(not shown)');
  const memoryLimitBytes =
    parsed('memlimit', memoryLimitOf, 'must be a size of at least 100M, such as "200M" or "1g"') ?? DEFAULT_MEMORY_LIMIT_BYTES;
  const anonymizeIncomingBits = parsed('anonymizeincoming.netmask', netmaskBits, 'must be a netmask such as "255.255.255.0"');
  if (token === undefined || serverUrl === undefined || problems.length > 0) return err(problems);
  const config: AgentConfig = {
    token,
    serverUrl,
    proxyUrl,
    caFile: environment.caFile ?? text('cafile'),
    tags: mapOf(values.get('tags')),
    commandLineFilter: { allow: textsOf(values.get('cmdlinefilter.allow')), disallow: textsOf(values.get('cmdlinefilter.disallow')) },
    memoryLimitBytes,
    containerEndpoint: text('containerengineendpoint'),
    anonymizeIncomingBits,
    isVerbose: environment.isVerbose,
  };
  return ok({ config: Object.freeze(config), warnings });
}

function tokenOf(token: string | undefined): string | undefined {
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

function tokenMend(given: string | undefined): string {
  if (given === undefined) return 'is missing: put the token of `weft agent-token create` there, or in WEFT_ACCESS_TOKEN';
  return `is not a token (${given.length} characters): letters, digits, - and _, 12 to 57 of them`;
}

function serverMend(given: string | undefined): string {
  if (given === undefined) return 'is missing: put the server there, such as "https://weft.example:8443", or in WEFT_SERVER_URL';
  return `must be an https:// URL such as "https://weft.example:8443", got ${JSON.stringify(given)}`;
}

/** A server given without a scheme is reached over HTTPS. */
function urlOf(text: string | undefined, schemes: readonly string[]): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  return url !== null && schemes.includes(url.protocol) && url.hostname !== '' ? url : undefined;
}

function proxyOf(text: string): string | undefined {
  if (text === 'direct') return text;
  const url = URL.parse(text.includes('://') ? text : `http://${text}`);
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function mapOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Below this the agent would restart itself each minute: at rest it takes about 60 MB, more in its first minute. */
const LEAST_MEMORY_LIMIT_BYTES = 100 * 1024 ** 2;

function memoryLimitOf(text: string): number | undefined {
  const sizeBytes = parseMemorySize(text);
  return sizeBytes === undefined || sizeBytes < LEAST_MEMORY_LIMIT_BYTES ? undefined : sizeBytes;
}
