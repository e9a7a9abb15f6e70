import { version } from '../package.json' with { type: 'json' };

/** As the package says. */
export const serverVersion: string = version;
