/**
 * Which package may import which: the layers of DESIGN.md as data. A package imports lower layers only, and only those named here;
 * a new arrow is a change of the design, made in this table on purpose.
 */
export const importRule: Readonly<Record<string, PackageRule>> = {
  base: { layer: 0, mayImport: [], isPure: true },
  schema: { layer: 1, mayImport: ['base'], isPure: true },
  lql: { layer: 2, mayImport: ['base', 'schema'], isPure: true },
  graph: { layer: 2, mayImport: ['base', 'schema'], isPure: true },
  sensor: { layer: 2, mayImport: ['base'], isPure: false },
  detections: { layer: 3, mayImport: ['base', 'schema', 'lql'], isPure: true },
  agent: { layer: 4, mayImport: ['base', 'schema', 'graph', 'sensor'], isPure: false },
  server: { layer: 4, mayImport: ['base', 'schema', 'lql', 'graph', 'detections'], isPure: false },
  console: { layer: 4, mayImport: ['base', 'schema'], isPure: false },
  cli: { layer: 4, mayImport: ['base', 'schema', 'lql', 'detections'], isPure: false },
};

export interface PackageRule {
  readonly layer: number;
  /** Folder names of packages, all of lower layers. */
  readonly mayImport: readonly string[];
  /** Does no I/O: no `node:` or `bun` module in it, tests apart. */
  readonly isPure: boolean;
}
