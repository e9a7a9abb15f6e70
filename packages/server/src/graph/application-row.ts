import { formatOwner, parseApplicationKey } from '@weft/graph';
import type { ApplicationRow } from '@weft/schema';
import { z } from 'zod';

const stored = z.object({
  application: z.string(),
  machines: z.array(z.string()),
  machineCount: z.int(),
  instances: z.int(),
  users: z.array(z.string()),
  exePaths: z.array(z.string()),
  containerIds: z.array(z.string()),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  talksTo: z.int(),
  sentBytes: z.int(),
  receivedBytes: z.int(),
});

/** A row of `applicationsSql` as the contract wants it, with the containers it ran in. */
export const applicationRow: z.ZodType<{ readonly row: ApplicationRow; readonly containerIds: readonly string[] }> = stored.transform(
  ({ containerIds, ...row }) => ({ row: { ...row, ...describeApplication(row.application) }, containerIds }),
);

/** What a key says of itself. A key that is none, such as `machine`, names itself. */
export function describeApplication(key: string): Pick<ApplicationRow, 'owner' | 'executable' | 'script' | 'userClass'> {
  const application = parseApplicationKey(key);
  if (application === undefined) return { owner: key, executable: key, userClass: 'unknown' };
  const { owner, executable, script, userClass } = application;
  return { owner: formatOwner(owner), executable, ...(script === undefined ? {} : { script }), userClass };
}
