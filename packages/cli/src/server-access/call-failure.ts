import { unreachable } from '@weft/base';
import type { CallError } from '@weft/schema';
import { unreachableFailure, type Failure } from '../command/outcome.ts';
import type { ServerAddress } from './server-address.ts';

/** What a call that gave no answer means to the person at the command line, with the exit code that goes with it. */
export function callFailure(server: ServerAddress, error: CallError): Failure {
  switch (error.kind) {
    case 'unreachable':
      return unreachableFailure(`${server.url} gave no answer: ${error.reason.replace(/[.?!]+$/, '')}.`, reachMend(error.reason));
    case 'refused': {
      const { message, mend, problems } = error.problem;
      const failure: Failure = { kind: 'failed', exitCode: refusalCode(error.status), message: `${server.url}: ${message}`, mend };
      return problems === undefined ? failure : { ...failure, problems };
    }
    default:
      return unreachable(error);
  }
}

/** 400 and 422: the line was wrong. 429 and 5xx: no answer now. Everything else: the answer is no. */
function refusalCode(status: number): Failure['exitCode'] {
  if (status === 400 || status === 422) return 2;
  return status === 429 || status >= 500 ? 3 : 1;
}

function reachMend(reason: string): string {
  if (/certificate|self.signed|issuer/i.test(reason))
    return "Trust its CA: `./weft login URL --key KEY --ca FILE`, with the server's tls/ca.pem.";
  return 'Check the address and that the server runs: `./weft status` in its checkout.';
}
