/** The library ships no types for this file. One round over both matrices, in place. */
declare module 'graphology-layout-forceatlas2/iterate' {
  const iterate: (options: object, nodeMatrix: Float32Array, edgeMatrix: Float32Array) => object;
  // oxlint-disable-next-line import/no-default-export -- the library is CommonJS and exports the function itself
  export default iterate;
}
