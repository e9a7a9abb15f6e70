export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Segment {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
}

/**
 * The segment nearest to `point` within `reach`, if any. Asked once a click instead of drawing every edge a second time into
 * a picking buffer each frame, which would cost a third of the frame at 15,000 edges.
 */
export function nearestEdge(segments: Iterable<Segment>, point: Point, reach: number): string | undefined {
  let nearest: string | undefined;
  let least = reach * reach;
  for (const { key, from, to } of segments) {
    const distance = squaredDistance(point, from, to);
    if (distance > least) continue;
    least = distance;
    nearest = key;
  }
  return nearest;
}

function squaredDistance(point: Point, from: Point, to: Point): number {
  const along = { x: to.x - from.x, y: to.y - from.y };
  const length = along.x ** 2 + along.y ** 2;
  const part = length === 0 ? 0 : ((point.x - from.x) * along.x + (point.y - from.y) * along.y) / length;
  const at = Math.min(1, Math.max(0, part));
  return (point.x - from.x - along.x * at) ** 2 + (point.y - from.y - along.y * at) ** 2;
}
