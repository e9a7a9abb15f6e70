import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tables, type WireTable } from '@weft/schema';
import { z } from 'zod';
import type { Group } from './group.ts';

/**
 * Groups that are being stored, one file each, on disk before their first insertion. What a crash leaves here is stored at
 * the next start under the same tokens, so a batch is stored whole and once whenever the crash came.
 */
export interface Journal {
  /** Resolves when the group would survive a power cut. Throws when it could not be written; nothing is left then. */
  readonly write: (group: Group) => Promise<void>;
  readonly remove: (groupId: string) => Promise<void>;
  /** Ids of the groups that a former run left, oldest first. Half-written ones were never acknowledged and are removed. */
  readonly left: () => Promise<readonly string[]>;
  readonly read: (groupId: string) => Promise<Group>;
}

const storedBatch = z.object({
  id: z.string(),
  machine: z.string(),
  hostname: z.string(),
  version: z.string(),
  tokenId: z.string(),
  rows: z.number(),
  rejectedRows: z.number(),
  receivedAtMs: z.number(),
});

const wireTable = z.custom<WireTable>(
  (name) => typeof name === 'string' && Object.entries(tables).some(([known, table]) => known === name && table.writtenBy === 'agent'),
);

/** First line of a file; the tables' rows follow in this order. */
const journalHeader = z.object({
  format: z.literal(1),
  id: z.string(),
  batches: z.array(storedBatch),
  tables: z.array(z.object({ name: wireTable, sizeBytes: z.number() })),
});

const SUFFIX = '.ndjson';
const HALF = '.half';

export async function openJournal(folder: string): Promise<Journal> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (groupId: string): string => join(folder, groupId + SUFFIX);
  return {
    write: async (group) => {
      const half = pathOf(group.id) + HALF;
      try {
        await writeWhole(half, group);
        await rename(half, pathOf(group.id));
        await syncFolder(folder);
      } catch (error) {
        await rm(half, { force: true });
        await rm(pathOf(group.id), { force: true });
        throw error;
      }
    },
    remove: (groupId) => rm(pathOf(groupId), { force: true }),
    left: async () => {
      const names = (await readdir(folder)).toSorted();
      for (const name of names.filter((candidate) => candidate.endsWith(HALF))) await rm(join(folder, name));
      return names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
    },
    read: async (groupId) => decode(await readFile(pathOf(groupId))),
  };
}

async function writeWhole(path: string, group: Group): Promise<void> {
  const header: z.input<typeof journalHeader> = {
    format: 1,
    id: group.id,
    batches: [...group.batches],
    tables: [...group.tables].map(([name, rows]) => ({ name, sizeBytes: rows.length })),
  };
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writev([Buffer.from(`${JSON.stringify(header)}\n`), ...group.tables.values()]);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** A rename is on disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function decode(bytes: Uint8Array): Group {
  const end = bytes.indexOf(10);
  const header = journalHeader.parse(JSON.parse(Buffer.from(bytes.subarray(0, end)).toString()));
  let at = end + 1;
  const rows = header.tables.map(({ name, sizeBytes }): [WireTable, Uint8Array] => {
    at += sizeBytes;
    return [name, bytes.subarray(at - sizeBytes, at)];
  });
  if (at !== bytes.length) throw new Error(`The journal of group ${header.id} has ${bytes.length} bytes, expected ${at}.`);
  return { id: header.id, batches: header.batches, tables: new Map(rows) };
}
