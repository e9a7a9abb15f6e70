import type { Machine } from '@weft/schema';
import { askServer } from '../api-command/ask-server.ts';
import { limitOption, readLimit } from '../api-command/limit-option.ts';
import { printFacts } from '../api-command/print-facts.ts';
import { printRows } from '../api-command/print-rows.ts';
import type { Command } from '../command/command.ts';
import { formatAge } from '../terminal/format-age.ts';
import { formatBytes } from '../terminal/format-bytes.ts';
import type { TextColumn } from '../terminal/text-table.ts';
import { findMachine } from './find-machine.ts';

export const machineListCommand: Command = {
  words: 'machine list',
  summary: 'Machines that ever reported, and how their agents are',
  arguments: [],
  options: [limitOption],
  examples: [
    { line: './weft machine list', means: 'every machine' },
    { line: './weft machine list --json | jq -r ".rows[].hostname"', means: 'host names for a script' },
  ],
  run: async ({ environment, terminal, options }) => {
    const limit = readLimit(options);
    if (limit.kind === 'error') return limit.error;
    const answer = await askServer(environment, 'listMachines', limit.value);
    if (answer.kind === 'error') return answer.error;
    return printRows(
      terminal,
      answer.value,
      columns(environment.now()),
      'No machine has reported yet; `./weft agent-token create NAME` tells how to start an agent.',
    );
  },
};

export const machineShowCommand: Command = {
  words: 'machine show',
  summary: 'Everything about one machine',
  arguments: [
    { name: 'MACHINE', summary: 'Id, host name or beginning of the id; not needed when there is one machine.', isOptional: true },
  ],
  options: [],
  examples: [{ line: './weft machine show db-1', means: 'the machine whose host name is db-1' }],
  run: async ({ environment, terminal, arguments: [word] }) => {
    const found = await findMachine(environment, word);
    if (found.kind === 'error') return found.error;
    return printFacts(terminal, found.value, facts(found.value, environment.now()));
  },
};

function columns(nowMs: number): TextColumn<Machine>[] {
  return [
    { title: 'HOSTNAME', value: (machine) => machine.hostname },
    { title: 'AGENT', value: (machine) => machine.agentStatus },
    { title: 'VERSION', value: (machine) => machine.agentVersion },
    { title: 'CHECK-IN', value: (machine) => `${formatAge(nowMs - Date.parse(machine.lastCheckInAt))} ago` },
    { title: 'OS', value: (machine) => machine.osDescription || machine.osName },
    { title: 'ADDRESSES', value: (machine) => machine.addresses.join(','), maxWidth: 40 },
    { title: 'LOST', value: (machine) => machine.lostEvents },
    { title: 'ID', value: (machine) => machine.id },
  ];
}

function facts(machine: Machine, nowMs: number): Parameters<typeof printFacts>[2] {
  return [
    ['id', machine.id],
    ['hostname', machine.hostname],
    ['agent', `${machine.agentStatus}, version ${machine.agentVersion}`],
    ['last check-in', `${machine.lastCheckInAt} (${formatAge(nowMs - Date.parse(machine.lastCheckInAt))} ago)`],
    ['first seen', machine.createdAt],
    ['booted', machine.bootedAt],
    ['os', machine.osDescription || `${machine.osName} ${machine.osVersion}`],
    ['kernel', `${machine.kernelRelease} ${machine.architecture}`],
    ['cpu', `${machine.cpuCount} × ${machine.cpuModel ?? 'unknown model'}`],
    ['memory', formatBytes(machine.memoryBytes)],
    ['addresses', machine.addresses],
    ['tags', Object.entries(machine.tags).map(([key, value]) => `${key}=${value}`)],
    ['features', Object.entries(machine.tiers).map(([feature, tier]) => tierText(feature, tier, machine.tierReasons[feature]))],
    ['lost events', machine.lostEvents],
  ];
}

function tierText(feature: string, tier: string, reason: string | undefined): string {
  return `${feature}: ${tier}${reason === undefined || reason === '' ? '' : ` (${reason})`}`;
}
