import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '@weft/base';
import type { Call, Command } from '../command/command.ts';
import { textOption } from '../command/option-values.ts';
import { done, unreachableFailure, usageFailure, type Failure, type Outcome } from '../command/outcome.ts';
import { callFailure } from '../server-access/call-failure.ts';
import { loginFilePath, writeLoginFile } from '../server-access/login-file.ts';
import { openApi } from '../server-access/open-api.ts';
import { parseServerUrl } from '../server-access/parse-server-url.ts';
import { pinCa } from '../server-access/pin-ca.ts';
import type { ServerAddress } from '../server-access/server-address.ts';

export const loginCommand: Command = {
  words: 'login',
  summary: 'Remember a server and an API key for the commands that ask a server',
  details:
    'Makes sure that the key works, then writes both to ~/.config/weft/config.json, for its owner only. A server with a CA of its own is\n' +
    "trusted by --ca (its tls/ca.pem) or by --fingerprint (the console's Settings and `./weft system` show it).\n" +
    'WEFT_SERVER_URL, WEFT_API_KEY and WEFT_CA_FILE come before what is remembered.',
  arguments: [{ name: 'URL', summary: 'Address of the server, such as https://weft.example:8443.' }],
  options: [
    { name: 'key', value: 'KEY', summary: 'API key (Settings, or `./weft api-key create`); WEFT_API_KEY when unset.' },
    { name: 'ca', value: 'FILE', summary: "PEM file of the server's CA." },
    { name: 'fingerprint', value: 'TEXT', summary: "Fingerprint of the server's CA, 26 characters." },
  ],
  examples: [
    { line: './weft login https://weft.example:8443 --key weft_…', means: 'a server with a public certificate' },
    { line: './weft login https://10.0.0.5:8443 --key weft_… --ca ca.pem', means: 'a server with its own CA' },
  ],
  run: login,
};

async function login(call: Call): Promise<Outcome> {
  const server = await readServer(call);
  if (server.kind === 'error') return server.error;
  const answer = await openApi(server.value)('whoAmI', {});
  if (answer.kind === 'error') return callFailure(server.value, answer.error);
  const path = loginFilePath(call.environment.variables);
  writeLoginFile(path, server.value);
  const { name, role } = answer.value;
  call.terminal.out(call.terminal.isJson ? JSON.stringify(answer.value) : `Signed in to ${server.value.url} as ${name} (${role}).`);
  return done;
}

async function readServer({ arguments: [address = ''], options, environment }: Call): Promise<Result<ServerAddress, Failure>> {
  const url = parseServerUrl(address);
  if (url === undefined) return err(usageFailure(`"${address}" is no https address.`, 'Write it like https://weft.example:8443.'));
  const apiKey = textOption(options, 'key') ?? environment.variables['WEFT_API_KEY'];
  if (apiKey === undefined)
    return err(usageFailure('the API key is missing.', 'Give --key KEY, or set WEFT_API_KEY to keep it out of the shell history.'));
  const ca = await readCa(url, textOption(options, 'ca'), textOption(options, 'fingerprint'));
  return ca.kind === 'error' ? ca : ok({ url, apiKey, caPem: ca.value });
}

async function readCa(
  url: string,
  file: string | undefined,
  fingerprint: string | undefined,
): Promise<Result<string | undefined, Failure>> {
  if (fingerprint !== undefined) return await pinCa(url, fingerprint);
  if (file === undefined) return ok(undefined);
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch {
    return err(unreachableFailure(`${file} cannot be read.`, "Give the server's tls/ca.pem."));
  }
}
