/** Names that software renderers give themselves: Chromium's SwiftShader, Mesa's llvmpipe, Windows' WARP. */
const softwareRenderers = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether this browser has no graphics card to draw with, so that the picture's pixels are the processor's work. */
export function drawsInSoftware(context: WebGLRenderingContext | WebGL2RenderingContext | null): boolean {
  const extension = context?.getExtension('WEBGL_debug_renderer_info');
  if (context === null || extension === null || extension === undefined) return false;
  return softwareRenderers.test(String(context.getParameter(extension.UNMASKED_RENDERER_WEBGL)));
}
