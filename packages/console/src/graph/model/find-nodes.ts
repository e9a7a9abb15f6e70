import type { DrawnNode } from './drawn-graph.ts';

/**
 * Nodes that hold every word of `text` in their label, key or members' keys; those whose label begins with it first, then the
 * heaviest. Empty text finds nothing.
 */
export function findNodes(nodes: readonly DrawnNode[], text: string): DrawnNode[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = nodes.filter((node) => {
    const haystack = haystackOf(node);
    return words.every((word) => haystack.includes(word));
  });
  return found.sort((left, right) => rank(right, words[0] ?? '') - rank(left, words[0] ?? '') || weight(right) - weight(left));
}

function haystackOf(node: DrawnNode): string {
  return [node.label, node.key, ...node.members.map(({ key, label }) => `${key} ${label}`)].join(' ').toLowerCase();
}

function rank(node: DrawnNode, word: string): number {
  return node.label.toLowerCase().startsWith(word) ? 1 : 0;
}

function weight(node: DrawnNode): number {
  return node.sentBytes + node.receivedBytes + node.instances;
}
