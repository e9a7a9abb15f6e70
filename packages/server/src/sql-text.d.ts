/** SQL files are imported as text: `import text from './x.sql' with { type: 'text' }`. */
declare module '*.sql' {
  const text: string;
  // oxlint-disable-next-line import/no-default-export -- an imported text file has a default export only
  export default text;
}
