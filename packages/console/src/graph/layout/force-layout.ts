import iterate from 'graphology-layout-forceatlas2/iterate';
import { forceSettings, type ForceSettings } from './force-settings.ts';

/** What a layout starts from; all arrays are flat, so that they pass to a worker without a copy of each node. */
export interface LayoutInput {
  /** x and y of each node. */
  readonly positions: Float32Array;
  /** 1 where the node must stay where it is. */
  readonly fixed: Uint8Array;
  /** Source index, target index and weight of each edge. */
  readonly edges: Float32Array;
}

export interface ForceLayout {
  /** Runs `iterations` rounds and returns the positions, x and y of each node. */
  readonly step: (iterations: number) => Float32Array;
  /** From now on nodes also push apart those that they overlap: the end of a layout, once its shape is there. */
  readonly spread: () => void;
}

/** Columns of a node in ForceAtlas2's matrix. Source: graphology-layout-forceatlas2 0.10.1 `helpers.js`. */
const columnsPerNode = 10;
const columnsPerEdge = 3;
const massColumn = 6;
const convergenceColumn = 7;
const sizeColumn = 8;
const fixedColumn = 9;

/** ForceAtlas2 over flat arrays: no randomness, the same input gives the same picture. */
export function createForceLayout(input: LayoutInput): ForceLayout {
  const nodes = nodeMatrix(input);
  const edges = edgeMatrix(input.edges);
  let settings: ForceSettings = forceSettings(input.fixed.length);
  return {
    step: (iterations) => {
      for (let round = 0; round < iterations; round++) iterate(settings, nodes, edges);
      return positionsOf(nodes);
    },
    spread: () => {
      settings = { ...settings, adjustSizes: true };
      growNodes(nodes);
    },
  };
}

/** A node may take this part of the side of its share of the area; much more and the shape of the graph is lost. */
const sizePart = 0.25;

function growNodes(matrix: Float32Array): void {
  const count = matrix.length / columnsPerNode;
  const area = extent(matrix, 0) * extent(matrix, 1);
  for (let at = 0; at < matrix.length; at += columnsPerNode) {
    matrix[at + sizeColumn] = sizePart * Math.sqrt(area / count);
    matrix[at + convergenceColumn] = 1;
  }
}

function extent(matrix: Float32Array, column: number): number {
  let least = Infinity;
  let most = -Infinity;
  for (let at = column; at < matrix.length; at += columnsPerNode) {
    least = Math.min(least, matrix[at] ?? 0);
    most = Math.max(most, matrix[at] ?? 0);
  }
  return Math.max(0, most - least);
}

function nodeMatrix({ positions, fixed, edges }: LayoutInput): Float32Array {
  const matrix = new Float32Array(fixed.length * columnsPerNode);
  for (let node = 0; node < fixed.length; node++) {
    const at = node * columnsPerNode;
    matrix[at] = positions[node * 2] ?? 0;
    matrix[at + 1] = positions[node * 2 + 1] ?? 0;
    matrix[at + massColumn] = 1;
    matrix[at + convergenceColumn] = 1;
    matrix[at + sizeColumn] = 1;
    matrix[at + fixedColumn] = fixed[node] ?? 0;
  }
  addDegreesToMass(matrix, edges);
  return matrix;
}

/** ForceAtlas2 repels by degree: hubs get room. */
function addDegreesToMass(matrix: Float32Array, edges: Float32Array): void {
  for (let at = 0; at < edges.length; at += columnsPerEdge) {
    for (const node of [edges[at] ?? 0, edges[at + 1] ?? 0]) {
      const mass = node * columnsPerNode + massColumn;
      matrix[mass] = (matrix[mass] ?? 1) + (edges[at + 2] ?? 1);
    }
  }
}

function edgeMatrix(edges: Float32Array): Float32Array {
  const matrix = Float32Array.from(edges);
  for (let at = 0; at < matrix.length; at += columnsPerEdge) {
    matrix[at] = (matrix[at] ?? 0) * columnsPerNode;
    matrix[at + 1] = (matrix[at + 1] ?? 0) * columnsPerNode;
  }
  return matrix;
}

function positionsOf(matrix: Float32Array): Float32Array {
  const positions = new Float32Array((matrix.length / columnsPerNode) * 2);
  for (let node = 0; node * 2 < positions.length; node++) {
    positions[node * 2] = matrix[node * columnsPerNode] ?? 0;
    positions[node * 2 + 1] = matrix[node * columnsPerNode + 1] ?? 0;
  }
  return positions;
}
