import { err, ok, type Result } from '@weft/base';
import { roles, type Role } from '@weft/schema';
import type { Option } from '../command/command.ts';
import { textOption, type OptionValues } from '../command/option-values.ts';
import { usageFailure, type Failure } from '../command/outcome.ts';

export const roleOption: Option = { name: 'role', value: 'ROLE', summary: `${roles.join(', ')}; viewer when unset.` };

export function readRole(options: OptionValues): Result<Role, Failure> {
  return parseRole(textOption(options, 'role') ?? 'viewer');
}

export function parseRole(text: string): Result<Role, Failure> {
  const role = roles.find((candidate) => candidate === text);
  return role === undefined ? err(usageFailure(`"${text}" is no role.`, `Roles are ${roles.join(', ')}.`)) : ok(role);
}
