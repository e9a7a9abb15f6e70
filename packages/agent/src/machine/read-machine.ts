import { arch, cpus, hostname, networkInterfaces, release, totalmem, version } from 'node:os';
import { readFileSync } from 'node:fs';
import type { MachineFacts } from './machine-row.ts';
import { parseOsRelease } from './os-release.ts';

/** Cost: under 1 ms. */
export function readMachine(bootedAtMs: number): MachineFacts {
  const os = parseOsRelease(readIfThere('/etc/os-release') ?? readIfThere('/usr/lib/os-release') ?? '');
  const processors = cpus();
  return {
    hostname: hostname(),
    osName: os.id,
    osVersion: os.version,
    osDescription: os.description,
    kernelRelease: release(),
    kernelVersion: version(),
    architecture: arch(),
    cpuModel: processors[0]?.model,
    cpuCount: processors.length,
    memoryBytes: totalmem(),
    bootedAtMs: Math.round(bootedAtMs),
    addresses: ownAddresses(),
  };
}

/** Without loopback and link-local. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !/^(?:169\.254\.|fe[89ab])/i.test(address))
    .map(({ address }) => address)
    .sort();
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
