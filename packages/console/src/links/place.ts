/** Where a link leads; the time range goes along by itself (`PageLink`). */
export interface Place {
  /** Path, already encoded. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Every page of the console. */
export const places = {
  overview: (): Place => ({ path: '/' }),
  graph: (params?: Place['params']): Place => ({ path: '/graph', ...(params === undefined ? {} : { params }) }),
  /** The graph with only this node and its neighbours. */
  around: (node: string): Place => ({ path: '/graph', params: { around: node } }),
  /** `where`: conditions as `formatFilter` writes them. */
  machines: (where: readonly string[] = []): Place => ({ path: '/machines', params: { where } }),
  machine: (machineId: string, tab?: string, text?: string): Place => ({
    path: `/machines/${encodeURIComponent(machineId)}`,
    params: { tab, q: text },
  }),
  applications: (where: readonly string[] = []): Place => ({ path: '/applications', params: { where } }),
  application: (key: string): Place => ({ path: '/application', params: { key } }),
  settings: (section?: string): Place => ({ path: section === undefined ? '/settings' : `/settings/${section}` }),
} as const;
