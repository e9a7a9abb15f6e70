import { nearestWord, unreachable } from '@weft/base';
import { configKeys, type KeyType } from './config-keys.ts';

/** A configuration file as it was written, its keys in lower case: `tokens.accesstoken` to its value. */
export interface ConfigValues {
  readonly values: ReadonlyMap<string, unknown>;
  /** What stops the agent. Each names its key. */
  readonly problems: readonly string[];
  /** What does not. */
  readonly warnings: readonly string[];
}

/** Checks the keys and types of a configuration. Pure and total: gives all problems at once. */
export function readConfigValues(json: unknown): ConfigValues {
  const found = { values: new Map<string, unknown>(), problems: [], warnings: [] };
  if (isObject(json)) readSection(json, '', found);
  else return { ...found, problems: ['the configuration must be a JSON object, such as {"tokens":{"AccessToken":"…"}}'] };
  return found;
}

interface Found {
  readonly values: Map<string, unknown>;
  readonly problems: string[];
  readonly warnings: string[];
}

function readSection(section: object, prefix: string, found: Found): void {
  for (const [name, value] of Object.entries(section)) {
    const shown = `${prefix}${name}`;
    const path = shown.toLowerCase();
    const key = configKeys.get(path);
    if (key === undefined) found.warnings.push(`${shown}: unknown key, ignored${suggestion(path)}`);
    else if (!key.isHonoured) found.warnings.push(`${shown}: this version does not honour it yet`);
    else if (value === null) found.warnings.push(`${shown}: null, ignored`);
    else if (!hasType(value, key.type)) found.problems.push(`${shown} must be ${typeInWords(key.type)}, got ${shownValue(path, value)}`);
    else if (key.type === 'section' && isObject(value)) readSection(value, `${shown}.`, found);
    else found.values.set(path, value);
  }
}

/** Problems go to the log: what may be a token, or a proxy's password, does not. */
function shownValue(path: string, value: unknown): string {
  const isSecret = path.includes('token') || path === 'proxyurl';
  return isSecret ? `${typeof value} (not shown)` : JSON.stringify(value).slice(0, 60);
}

function suggestion(path: string): string {
  const near = nearestWord(path, configKeys.keys());
  return near === undefined ? '' : `; did you mean ${near}?`;
}

function hasType(value: unknown, type: KeyType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'map':
      return isObject(value) && Object.values(value).every((one) => typeof one === 'string');
    case 'section':
      return isObject(value);
    default:
      return unreachable(type);
  }
}

function typeInWords(type: KeyType): string {
  const words = {
    text: 'a text',
    boolean: 'true or false',
    texts: 'a list of texts',
    map: 'an object of texts',
    section: 'an object',
  } as const;
  return words[type];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
