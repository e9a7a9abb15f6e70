import { noFailure, type Failure } from '../command/outcome.ts';

/** Why `up` and `down` do not begin. */
export function lockFailure(kind: 'busy' | 'denied', command: 'up' | 'down'): Failure {
  if (kind === 'denied') return noFailure('what runs in this checkout belongs to another user.', `Run \`sudo ./weft ${command}\`.`);
  return noFailure('another `./weft up` or `./weft down` is at work in this checkout.', 'Wait until it is done, or stop it with Ctrl-C.');
}
