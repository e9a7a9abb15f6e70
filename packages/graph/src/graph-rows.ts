/** What the warehouse knows about a time range; the input of `assembleGraph`. Instants are ISO 8601 with milliseconds and `Z`. */
export interface GraphRows {
  readonly edges: readonly EdgeRow[];
  readonly nodes: readonly NodeRow[];
  readonly machines: readonly MachineRow[];
  readonly listeners: readonly ListenerRow[];
  /** What was seen before the range; undefined when there is no history, and then nothing is new. */
  readonly known?: KnownBefore | undefined;
}

/** `edge_hour`, summed over the range by (type, source, target, port, machine). */
export interface EdgeRow {
  readonly type: 'launch' | 'connect' | 'accept' | 'dns';
  readonly source: string;
  readonly target: string;
  /** 0 where there is none. */
  readonly port: number;
  /** The machine that saw it. */
  readonly machineId: string;
  readonly events: number;
  readonly failed: number;
  /** From source to target, whoever reports. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly instances: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** `node_hour`, folded over the range by (application, machine). */
export interface NodeRow {
  /** Application key, without `app:`. */
  readonly application: string;
  readonly machineId: string;
  readonly instances: number;
  readonly users: readonly string[];
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface MachineRow {
  readonly id: string;
  readonly hostname: string;
  readonly addresses: readonly string[];
}

/** Who listened where in the range. */
export interface ListenerRow {
  readonly machineId: string;
  /** Bind address; `0.0.0.0` and `::` are every interface. */
  readonly address: string;
  readonly port: number;
  readonly application: string;
}

export interface KnownBefore {
  /** `source` and `target` of edge rows before the range, and `app:` of node rows. */
  readonly nodes: ReadonlySet<string>;
  /** `edgeRowKey` of the edge rows before the range. */
  readonly edges: ReadonlySet<string>;
}

export interface GraphFilter {
  /** Machine id: only what this machine has a part in, and only its share of the numbers. */
  readonly machine?: string | undefined;
  /** Owner as `formatOwner` writes it: nodes of this owner and their neighbours. */
  readonly owner?: string | undefined;
  readonly kinds?: ReadonlySet<EdgeKind> | undefined;
  /** Nodes whose key, label or users contain this, in any case, and their neighbours. */
  readonly text?: string | undefined;
  /** Node key: this node, its neighbours and the edges among them. */
  readonly around?: string | undefined;
  /** Heaviest nodes kept; 2,000 when undefined. */
  readonly maxNodes?: number | undefined;
}

export type EdgeKind = 'launch' | 'connection' | 'dns';
