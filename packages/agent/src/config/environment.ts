/** What the agent reads of its environment. Weft's names win over the published ones of the agent it replaces. */
export interface AgentEnvironment {
  readonly token: string | undefined;
  readonly serverUrl: string | undefined;
  /** The whole configuration, JSON; used in place of the file. */
  readonly configJson: string | undefined;
  readonly caFile: string | undefined;
  readonly isVerbose: boolean;
  readonly httpsProxy: string | undefined;
  readonly noProxy: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** An empty variable is an unset one. Pure. */
export function readEnvironment(variables: Variables): AgentEnvironment {
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => variables[name]).find((value) => value !== undefined && value !== '');
  return {
    token: first('WEFT_ACCESS_TOKEN', 'LaceworkAccessToken'),
    serverUrl: first('WEFT_SERVER_URL', 'LaceworkServerUrl'),
    configJson: first('WEFT_CONFIG', 'LaceworkConfig'),
    caFile: first('WEFT_CA_FILE'),
    isVerbose: /^(?:1|true|yes|on)$/i.test(first('WEFT_VERBOSE', 'LaceworkVerbose') ?? ''),
    httpsProxy: first('https_proxy', 'HTTPS_PROXY'),
    noProxy: first('no_proxy', 'NO_PROXY'),
  };
}
