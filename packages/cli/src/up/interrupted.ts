/** Resolves at the first Ctrl-C or SIGTERM; from then on this process decides itself when it ends. A second one ends it at once. */
export function interrupted(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve('interrupted'));
    process.once('SIGTERM', () => resolve('interrupted'));
  });
}
