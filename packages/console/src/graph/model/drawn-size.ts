/** What the size of a node means. */
export const sizeMeanings = ['traffic', 'instances'] as const;
export type SizeMeaning = (typeof sizeMeanings)[number];

interface Sized {
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly instances: number;
}

const smallestRadiusPx = 5;
const largestRadiusPx = 15;

/** Radius in pixels at zoom 1, of a picture of `nodeCount` nodes. Logarithmic: traffic spans nine orders of magnitude. */
export function nodeRadiusPx(node: Sized, meaning: SizeMeaning, nodeCount: number): number {
  const weight = meaning === 'traffic' ? (node.sentBytes + node.receivedBytes) / 1_000 : node.instances * 10;
  const grown = smallestRadiusPx + Math.log10(1 + weight) * 1.7;
  return Math.min(largestRadiusPx, grown) * crowding(nodeCount);
}

/** The more nodes, the less room for each; by eye, 1 up to 40 nodes and a quarter at 5,000. */
function crowding(nodeCount: number): number {
  return Math.min(1, (nodeCount / 40) ** -0.28);
}

/** Width in pixels, of a picture of `nodeCount` nodes: launches and names thin, connections by bytes. */
export function edgeWidthPx(edge: { readonly kind: 'launch' | 'connection' | 'dns'; readonly bytes: number }, nodeCount: number): number {
  if (edge.kind !== 'connection') return 1;
  return Math.min(6, 1.5 + Math.log10(1 + edge.bytes / 10_000) * 0.8) * crowding(nodeCount) ** 1.5;
}
