import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '@weft/base';
import type { AgentEnvironment } from './environment.ts';
import { makeConfig, type MadeConfig } from './make-config.ts';

/** Reads `path`, or the environment's whole configuration in its place. A file that is not there is an empty one: the environment may do. */
export function loadConfig(path: string, environment: AgentEnvironment): Result<MadeConfig, readonly string[]> {
  const source = environment.configJson === undefined ? path : 'WEFT_CONFIG';
  const read = environment.configJson === undefined ? readIfThere(path) : ok(environment.configJson);
  if (read.kind === 'error') return err([`${path} cannot be read: ${read.error}`]);
  const json = parse(read.value);
  if (json.kind === 'broken') return err([`${source} is not JSON: ${json.problem}`]);
  const made = makeConfig(json.value, environment);
  if (made.kind === 'ok') return made;
  return err(made.error.map((problem) => `${source}: ${problem}`));
}

function readIfThere(path: string): Result<string, string> {
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok('{}');
    return err(error instanceof Error ? error.message : String(error));
  }
}

function parse(text: string): { kind: 'json'; value: unknown } | { kind: 'broken'; problem: string } {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'broken', problem: error instanceof Error ? error.message : String(error) };
  }
}
