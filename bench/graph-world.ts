/**
 * A made-up behaviour graph in the API's words, and a server that answers it to the console: what is measured is the
 * console alone, on as many nodes as asked for.
 */
import { join } from 'node:path';
import type { GraphEdge, GraphNode } from '@weft/schema';
import { repository } from '../test/harness/repository.ts';

const EDGES_PER_NODE = 3;
const SEEN_AT = '2026-01-01T00:00:00.000Z';
const SEEN = { machines: [], machineCount: 1, firstAt: SEEN_AT, lastAt: SEEN_AT };

export interface GraphWorld {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** `nodeCount` applications and external names, three edges each, a few hubs: the same at every call. */
export function makeGraphWorld(nodeCount: number): GraphWorld {
  const random = seededRandom(1);
  const nodes = Array.from({ length: nodeCount }, (_, at) => makeNode(at, random));
  const edges = Array.from({ length: nodeCount * EDGES_PER_NODE }, (_, at) => {
    // the square of a random number prefers low places: some nodes are hubs
    const source = nodes[Math.floor(random() * nodeCount)];
    const target = nodes[Math.floor(random() ** 2 * nodeCount)];
    return makeEdge(at, source?.key ?? '', target?.key ?? '', random);
  });
  return { nodes, edges };
}

function makeNode(at: number, random: () => number): GraphNode {
  const isName = at % 5 === 4;
  return {
    ...SEEN,
    key: isName ? `name:host-${at}.example.com` : `app:image:team-${at % 50}|service-${at}|service`,
    kind: isName ? 'name' : 'application',
    label: isName ? `host-${at}.example.com` : `service-${at}`,
    instances: 1 + Math.floor(random() * 100),
    users: [],
    sentBytes: bytes(random),
    receivedBytes: bytes(random),
    isNew: random() < 0.05,
  };
}

function makeEdge(at: number, source: string, target: string, random: () => number): GraphEdge {
  const kind = at % 3 === 0 ? 'launch' : 'connection';
  const traffic =
    kind === 'launch' ? { sentBytes: 0, receivedBytes: 0 } : { sentBytes: bytes(random), receivedBytes: bytes(random), port: 443 };
  return { ...SEEN, ...traffic, key: `edge ${at}`, kind, source, target, events: 1 + at, failed: 0, instances: 1, isNew: random() < 0.02 };
}

function bytes(random: () => number): number {
  return Math.floor(10 ** (random() * 9));
}

/** Linear congruential, Numerical Recipes' constants: good enough to scatter. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The built console at `/`, and of the API what its graph page asks for. The number of nodes is the cookie `nodes`. */
export function serveGraphWorld(): Bun.Server<undefined> {
  const dist = join(repository, 'packages/console/dist');
  return Bun.serve({
    port: 0,
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/api/')) return answer(pathname, Number(/nodes=(\d+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? 0));
      const file = Bun.file(join(dist, pathname));
      return new Response((await file.exists()) ? file : Bun.file(join(dist, 'index.html')));
    },
  });
}

function answer(pathname: string, nodeCount: number): Response {
  if (pathname === '/api/v1/auth/me') return Response.json({ kind: 'person', id: '1', name: 'Bench', role: 'viewer' });
  if (pathname !== '/api/v1/graph') return Response.json({ rows: [], total: 0 });
  const { nodes, edges } = makeGraphWorld(nodeCount);
  const counts = { shownNodes: nodes.length, totalNodes: nodes.length, shownEdges: edges.length, totalEdges: edges.length };
  return Response.json({ nodes, edges, ...counts, from: SEEN_AT, to: SEEN_AT });
}
