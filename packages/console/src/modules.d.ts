/** CSS modules: local class name to the one in the built file. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module '*.css';

/** `./layout.worker.ts?worker`: `build.ts` bundles the worker to a file of its own and this is its address. */
declare module '*.worker.ts?worker' {
  const address: string;
  export default address;
}

declare module '*.svg' {
  const address: string;
  export default address;
}
