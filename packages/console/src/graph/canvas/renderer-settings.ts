import type { Settings } from 'sigma/settings';
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { hoverDrawer, labelDrawer } from './draw-label.ts';
import type { Palette } from './palette.ts';
import { createShapeProgram } from './shape-program.ts';

const nodeProgramClasses = {
  circle: createShapeProgram('circle'),
  ring: createShapeProgram('ring'),
  square: createShapeProgram('square'),
  hexagon: createShapeProgram('hexagon'),
};

/** Beyond this many edges arrow heads are too small to tell. */
const mostArrows = 3_000;
/** From here on the width of a line says something. */
const thickFromPx = 2;

/** Program that draws an edge: among many, all but the heavy ones are lines of one pixel, drawn in a third of the time. */
export function edgeProgramFor(sizePx: number, edgeCount: number): 'arrow' | 'thick' | 'thin' {
  if (edgeCount <= mostArrows) return 'arrow';
  return sizePx >= thickFromPx ? 'thick' : 'thin';
}

export interface SceneTraits {
  readonly isNamingAll: boolean;
  readonly isGrowing: boolean;
  readonly edgeCount: number;
}

const emptyScene: SceneTraits = { isNamingAll: true, isGrowing: true, edgeCount: 0 };

/** Settings of sigma for one scene. */
export function rendererSettings(palette: Palette, { isNamingAll, isGrowing, edgeCount }: SceneTraits = emptyScene): Partial<Settings> {
  return {
    nodeProgramClasses,
    edgeProgramClasses: { arrow: EdgeArrowProgram, thick: EdgeRectangleProgram, thin: EdgeLineProgram },
    defaultNodeType: 'circle',
    defaultEdgeType: 'thin',
    defaultDrawNodeLabel: labelDrawer(palette, isGrowing),
    defaultDrawNodeHover: hoverDrawer(palette),
    labelFont: 'Inter Variable, Inter, sans-serif',
    labelSize: 12,
    labelWeight: '500',
    labelRenderedSizeThreshold: 0,
    labelDensity: isNamingAll ? 20 : 1,
    labelGridCellSize: 110,
    minEdgeThickness: edgeCount > mostArrows ? 1.1 : 1.5,
    stagePadding: 56,
    zoomToSizeRatioFunction: isGrowing ? Math.sqrt : () => 1,
    zIndex: true,
    // edges are found by geometry on click (nearest-edge.ts): no second picture of them each frame
    enableEdgeEvents: false,
    hideEdgesOnMove: false,
    minCameraRatio: 0.002,
    maxCameraRatio: 4,
    allowInvalidContainer: true,
  };
}
