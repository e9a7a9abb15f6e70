import type { Arguments } from '../config/read-arguments.ts';

export async function runCheck(
  _arguments: Arguments,
  _variables: Readonly<Record<string, string | undefined>>,
  _print: (line: string) => void,
): Promise<number> {
  return 0;
}
