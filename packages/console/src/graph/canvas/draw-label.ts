import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import type { Palette } from './palette.ts';

/** Name to the right of the node, with a rim of the background's colour, so that lines do not cross it out. */
export function labelDrawer(palette: Palette): NodeLabelDrawingFunction {
  return (context, { label, x, y, size }, { labelSize, labelFont, labelWeight }) => {
    if (typeof label !== 'string' || label === '') return;
    context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeStyle = palette.background;
    context.fillStyle = palette.label;
    context.strokeText(label, x + size + 4, y + labelSize / 3);
    context.fillText(label, x + size + 4, y + labelSize / 3);
  };
}

/** A ring around the node and its name in a box, for the node under the pointer and the chosen one. */
export function hoverDrawer(palette: Palette): NodeHoverDrawingFunction {
  return (context, { label, x, y, size }, { labelSize, labelFont, labelWeight }) => {
    context.strokeStyle = palette.selected;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(x, y, size + 4, 0, Math.PI * 2);
    context.stroke();
    if (typeof label !== 'string' || label === '') return;
    context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
    const left = x + size + 8;
    const height = labelSize + 10;
    context.beginPath();
    context.roundRect(left, y - height / 2, context.measureText(label).width + 12, height, 4);
    context.fillStyle = palette.box;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = palette.boxBorder;
    context.stroke();
    context.fillStyle = palette.label;
    context.fillText(label, left + 6, y + labelSize / 3);
  };
}
