export { BoundedQueue } from './bounded-queue.ts';
export { CappedCache, type CacheCaps } from './capped-cache.ts';
export { systemClock, type Clock } from './clock.ts';
export { errorRegistry, type ErrorCode, type ErrorEntry } from './error-registry.ts';
export { createLogger, silentLogger, type LogFields, type Logger } from './logger.ts';
export { nearestWord } from './nearest-word.ts';
export { err, ok, type Result } from './result.ts';
export { unreachable } from './unreachable.ts';
