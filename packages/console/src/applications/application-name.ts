/**
 * `python main.py`: the program, and the script where it is an interpreter, without their folders; the key on hover and the
 * columns of paths have them whole.
 */
export function applicationName({ executable, script }: { readonly executable: string; readonly script?: string | undefined }): string {
  const program = lastPart(executable);
  return script === undefined ? program : `${program} ${script.startsWith('/') ? lastPart(script) : script}`;
}

function lastPart(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? path;
}
