/** Hands the browser a file to save. */
export function downloadText(fileName: string, mediaType: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The click only starts the download; revoking in the same task loses it in some browsers.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
