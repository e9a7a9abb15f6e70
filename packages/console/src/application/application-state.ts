import { oneOf } from '../url/params.ts';
import type { UrlCodec } from '../url/use-url-state.ts';

export const applicationTabs = ['peers', 'launches', 'containers', 'execs'] as const;
export type ApplicationTab = (typeof applicationTabs)[number];

export interface ApplicationState {
  readonly key: string;
  readonly tab: ApplicationTab;
}

/** `key=…&tab=…`; another tab starts with its own table's usual state. */
export const applicationCodec: UrlCodec<ApplicationState> = {
  read: (params) => ({
    key: oneOf(params, 'key') ?? '',
    tab: applicationTabs.find((tab) => tab === oneOf(params, 'tab')) ?? 'peers',
  }),
  write: ({ key, tab }) => ({
    key,
    tab: tab === 'peers' ? undefined : tab,
    sort: undefined,
    q: undefined,
    where: undefined,
    row: undefined,
  }),
};
