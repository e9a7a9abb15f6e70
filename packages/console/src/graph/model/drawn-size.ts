/** What the size of a node means. */
export const sizeMeanings = ['traffic', 'instances'] as const;
export type SizeMeaning = (typeof sizeMeanings)[number];

interface Sized {
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly instances: number;
}

const smallestRadiusPx = 4;
const largestRadiusPx = 16;

/** Radius in pixels at zoom 1. Logarithmic: traffic spans nine orders of magnitude. */
export function nodeRadiusPx(node: Sized, meaning: SizeMeaning): number {
  const growth =
    meaning === 'traffic' ? Math.log10(1 + (node.sentBytes + node.receivedBytes) / 1_000) * 1.9 : Math.log2(1 + node.instances) * 1.4;
  return Math.min(largestRadiusPx, smallestRadiusPx + growth);
}

/** Width in pixels: launches and names thin, connections by bytes. */
export function edgeWidthPx(edge: { readonly kind: 'launch' | 'connection' | 'dns'; readonly bytes: number }): number {
  if (edge.kind !== 'connection') return 0.7;
  return Math.min(5, 0.9 + Math.log10(1 + edge.bytes / 10_000) * 0.7);
}
