export const nodeShapes = ['circle', 'ring', 'square', 'hexagon'] as const;
export type NodeShape = (typeof nodeShapes)[number];

/**
 * Places one corner of the node's square. `v_at` is 1 at the node's radius and goes a little beyond, for the soft edge.
 * The factor 2 and the bias (colours are packed into floats, which loses the lowest bit of alpha) are those of sigma 3's own
 * node programs, so that sizes and picking agree with it.
 */
export const vertexShader = /* glsl */ `
attribute vec2 a_corner;
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_id;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_at;
varying float v_soft;
const float margin = 1.2;
const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 position = a_position + a_corner * radius * margin;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  v_at = a_corner * margin;
  v_soft = u_correctionRatio * 2.0 / radius;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

/** Signed distance from the outline, negative inside, in radii. */
const distances: Readonly<Record<NodeShape, string>> = {
  circle: 'length(at) - 1.0',
  ring: 'length(at) - 1.0',
  square: 'length(max(abs(at) - vec2(0.6), 0.0)) - 0.3',
  hexagon: 'max(abs(at.x) * 0.866 + abs(at.y) * 0.5, abs(at.y)) - 0.9',
};

/** Part of the inside that is cut out again. */
const holes: Readonly<Partial<Record<NodeShape, string>>> = { ring: 'abs(length(at) - 0.76) - 0.09' };

export function fragmentShader(shape: NodeShape): string {
  const hole = holes[shape];
  return /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying float v_soft;

float outline(vec2 at) { return ${distances[shape]}; }
float hole(vec2 at) { return ${hole ?? '1.0'}; }

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = outline(v_at) > 0.0 ? vec4(0.0) : v_color;
  #else
  float cover = 1.0 - smoothstep(-v_soft, 0.0, outline(v_at));
  cover *= smoothstep(-v_soft, 0.0, hole(v_at));
  gl_FragColor = mix(vec4(0.0), v_color, cover);
  #endif
}
`;
}
