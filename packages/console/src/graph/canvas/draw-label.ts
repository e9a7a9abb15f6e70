import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import type { Palette } from './palette.ts';

/** Name beside the node, with a rim of the background's colour, so that lines do not cross it out. In a tree never to the left, where the parent is. */
export function labelDrawer(palette: Palette, mayBeLeft: boolean): NodeLabelDrawingFunction {
  return (context, { label, x, y, size, color }, { labelSize, labelFont, labelWeight }) => {
    if (typeof label !== 'string' || label === '') return;
    context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeStyle = palette.background;
    context.fillStyle = color === palette.dimNode ? palette.dimLabel : palette.label;
    const left = mayBeLeft ? beside(context, x, size + 6, context.measureText(label).width) : x + size + 6;
    context.strokeText(label, left, y + labelSize / 3);
    context.fillText(label, left, y + labelSize / 3);
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
    const width = context.measureText(label).width + 12;
    const left = beside(context, x, size + 5, width);
    const height = labelSize + 10;
    context.beginPath();
    context.roundRect(left, y - height / 2, width, height, 4);
    context.fillStyle = palette.box;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = palette.boxBorder;
    context.stroke();
    context.fillStyle = palette.label;
    context.fillText(label, left + 6, y + labelSize / 3);
  };
}

/** Where a name of `width` begins: right of the node, left of it where the picture ends. */
function beside(context: CanvasRenderingContext2D, x: number, gap: number, width: number): number {
  const isCut = x + gap + width > context.canvas.clientWidth;
  return isCut ? x - gap - width : x + gap;
}
