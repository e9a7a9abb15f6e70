import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ServerAddress } from './server-address.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** `~/.config/weft/config.json`, or where `XDG_CONFIG_HOME` says. */
export function loginFilePath(variables: Variables): string {
  const base = variables['XDG_CONFIG_HOME'] ?? join(variables['HOME'] ?? homedir(), '.config');
  return join(base, 'weft', 'config.json');
}

export type LoginFile =
  | { readonly kind: 'read'; readonly server: ServerAddress }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export function readLoginFile(path: string): LoginFile {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const fields = new Map<string, unknown>(Object.entries(value ?? {}));
    const url = fields.get('url');
    if (typeof url !== 'string') return { kind: 'unreadable', reason: '"url" is missing' };
    return { kind: 'read', server: { url, apiKey: text(fields.get('apiKey')), caPem: text(fields.get('caPem')) } };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'absent' };
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Only its owner may read it: it holds the key. */
export function writeLoginFile(path: string, server: ServerAddress): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(server, undefined, 2)}\n`, { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
}

/** False when there was none. */
export function removeLoginFile(path: string): boolean {
  if (readLoginFile(path).kind === 'absent') return false;
  rmSync(path, { force: true });
  return true;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
