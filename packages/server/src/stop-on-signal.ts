import type { Logger } from '@weft/base';

export interface StopParts {
  readonly stopServer: () => Promise<void>;
  readonly logger: Logger;
  readonly exit: (code: number) => void;
}

const FAULT = 3;

/** Stops once, whatever signals come, and ends the process also when stopping fails: the next start mends what is left. */
export function createStopOnSignal({ stopServer, logger, exit }: StopParts): (signal: string) => Promise<void> {
  let isStopping = false;
  return async (signal) => {
    if (isStopping) return;
    isStopping = true;
    logger.info('stopping: finishing what was accepted', { signal });
    try {
      await stopServer();
      logger.info('stopped');
      exit(0);
    } catch (error) {
      logger.error('stopping failed', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      exit(FAULT);
    }
  };
}
