import { hierarchy, tree, type HierarchyPointNode } from 'd3-hierarchy';
import type { Position } from './seeded-position.ts';

export interface Launch {
  readonly source: string;
  readonly target: string;
  readonly events: number;
}

interface Branch {
  readonly key: string | undefined;
  readonly children: Branch[];
}

export interface LaunchTree {
  /** Depth grows to the right, siblings go down. */
  readonly positions: ReadonlyMap<string, Position>;
  /** For each node but the roots, the launcher under which it is drawn. */
  readonly parents: ReadonlyMap<string, string>;
  readonly depth: number;
  /** The root with the most below it. */
  readonly mainRoot: string | undefined;
}

const columnWidth = 240;
const rowHeight = 20;

/**
 * Launches as a tidy tree (Buchheim et al. 2002, linear). An application launched by several is drawn under the one that
 * launches it most; its other launch edges cross the tree. A cycle is cut at its lightest edge met last.
 */
export function launchTree(launches: readonly Launch[]): LaunchTree {
  const parents = chooseParents(launches);
  const root = rootBranch(launches, parents);
  const laid = tree<Branch>()
    .nodeSize([rowHeight, columnWidth])
    .separation((left, right) => (left.parent === right.parent ? 1 : 1.4))(hierarchy(root));
  const positions = new Map<string, Position>();
  laid.each((node: HierarchyPointNode<Branch>) => {
    // sigma's y grows upwards, the tree's x downwards
    if (node.data.key !== undefined) positions.set(node.data.key, { x: node.y - columnWidth, y: -node.x });
  });
  return { positions, parents, depth: laid.height, mainRoot: mainRootOf(laid) };
}

function mainRootOf(laid: HierarchyPointNode<Branch>): string | undefined {
  const sizes = (laid.children ?? []).map((root) => ({ key: root.data.key, size: root.descendants().length }));
  return sizes.sort((left, right) => right.size - left.size)[0]?.key;
}

/** Heaviest launcher first; an edge that would close a cycle is passed over. */
function chooseParents(launches: readonly Launch[]): Map<string, string> {
  const parents = new Map<string, string>();
  const heaviestFirst = [...launches].sort(
    (left, right) => right.events - left.events || compare(left.source, right.source) || compare(left.target, right.target),
  );
  for (const { source, target } of heaviestFirst) {
    if (!parents.has(target) && !leadsTo(parents, source, target)) parents.set(target, source);
  }
  return parents;
}

function leadsTo(parents: ReadonlyMap<string, string>, from: string, to: string): boolean {
  for (let at: string | undefined = from; at !== undefined; at = parents.get(at)) if (at === to) return true;
  return false;
}

function rootBranch(launches: readonly Launch[], parents: ReadonlyMap<string, string>): Branch {
  const root: Branch = { key: undefined, children: [] };
  const branches = new Map<string, Branch>();
  const keys = [...new Set(launches.flatMap(({ source, target }) => [source, target]))].sort(compare);
  for (const key of keys) branches.set(key, { key, children: [] });
  for (const key of keys) {
    const branch = branches.get(key);
    const parent = branches.get(parents.get(key) ?? '') ?? root;
    if (branch !== undefined) parent.children.push(branch);
  }
  return root;
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
