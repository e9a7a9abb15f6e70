/** `python /opt/app/main.py`: the executable, and the script where it is an interpreter. */
export function applicationName({ executable, script }: { readonly executable: string; readonly script?: string | undefined }): string {
  return script === undefined ? executable : `${executable} ${script}`;
}
