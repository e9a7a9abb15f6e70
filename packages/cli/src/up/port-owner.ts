import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** LISTEN in the `st` column. Source: Linux `include/net/tcp_states.h`. */
const LISTEN = '0A';

/** Who listens on this TCP port, such as `nginx (pid 812)`; undefined when nobody does. */
export function portOwner(port: number): string | undefined {
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) => listeningInodes(readOrEmpty(path), port));
  if (inodes.length === 0) return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => (holdsSocket(pid, inodes) ? [`${readOrEmpty(`/proc/${pid}/comm`).trim()} (pid ${pid})`] : []))
    .concat('another program')[0];
}

/** Inodes of the sockets that listen on the port. Source: Linux `Documentation/networking/proc_net_tcp.rst`. */
export function listeningInodes(table: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .flatMap((fields) => (fields[1]?.endsWith(`:${hex}`) === true && fields[3] === LISTEN && fields[9] !== undefined ? [fields[9]] : []));
}

function holdsSocket(pid: string, inodes: readonly string[]): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => inodes.some((inode) => linkTarget(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`));
  } catch {
    return false;
  }
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
