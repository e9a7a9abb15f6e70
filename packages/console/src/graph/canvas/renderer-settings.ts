import type { Settings } from 'sigma/settings';
import { EdgeArrowProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { hoverDrawer, labelDrawer } from './draw-label.ts';
import type { Palette } from './palette.ts';
import { createShapeProgram } from './shape-program.ts';

const nodeProgramClasses = {
  circle: createShapeProgram('circle'),
  ring: createShapeProgram('ring'),
  square: createShapeProgram('square'),
  hexagon: createShapeProgram('hexagon'),
};

/** Beyond this many edges arrow heads are too small to tell and cost a third of the frame. */
const mostArrows = 3_000;

/** Settings of sigma for one scene. */
export function rendererSettings(palette: Palette, isNamingAll = false, edgeCount = 0): Partial<Settings> {
  return {
    nodeProgramClasses,
    edgeProgramClasses: { arrow: EdgeArrowProgram, line: EdgeRectangleProgram },
    defaultNodeType: 'circle',
    defaultEdgeType: edgeCount > mostArrows ? 'line' : 'arrow',
    defaultDrawNodeLabel: labelDrawer(palette),
    defaultDrawNodeHover: hoverDrawer(palette),
    labelFont: 'Inter Variable, Inter, sans-serif',
    labelSize: 12,
    labelWeight: '500',
    labelRenderedSizeThreshold: isNamingAll ? 0 : 5,
    labelDensity: isNamingAll ? 20 : 1,
    labelGridCellSize: 110,
    minEdgeThickness: 0.8,
    stagePadding: 40,
    zIndex: true,
    // edges are found by geometry on click (nearest-edge.ts): no second picture of them each frame
    enableEdgeEvents: false,
    hideEdgesOnMove: false,
    minCameraRatio: 0.002,
    maxCameraRatio: 4,
    allowInvalidContainer: true,
  };
}
