import { readFileSync } from 'node:fs';
import { err, type Result } from '@weft/base';
import type { AgentEnvironment } from './environment.ts';
import { makeConfig, type MadeConfig } from './make-config.ts';

/** Reads `path`, or the environment's whole configuration in its place. A file that is not there is an empty one: the environment may do. */
export function loadConfig(path: string, environment: AgentEnvironment): Result<MadeConfig, readonly string[]> {
  const source = environment.configJson === undefined ? path : 'WEFT_CONFIG';
  const text = environment.configJson ?? readIfThere(path);
  const json = parse(text);
  if (json.kind === 'broken') return err([`${source} is not JSON: ${json.problem}`]);
  const made = makeConfig(json.value, environment);
  if (made.kind === 'ok') return made;
  return err(made.error.map((problem) => `${source}: ${problem}`));
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw error;
  }
}

function parse(text: string): { kind: 'json'; value: unknown } | { kind: 'broken'; problem: string } {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'broken', problem: error instanceof Error ? error.message : String(error) };
  }
}
