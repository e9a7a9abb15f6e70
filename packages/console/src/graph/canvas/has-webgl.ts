/** Whether this browser can draw the picture; virtual machines and hardened browsers often cannot. */
export function hasWebGl(document: Document): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
