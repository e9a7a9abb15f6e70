import { ActionIcon } from '@mantine/core';
import { IconArrowsMaximize, IconMinus, IconPlus, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './graph-canvas.module.css';

export interface CanvasControlsProps {
  readonly progress: number;
  readonly canLayOut: boolean;
  readonly onZoom: (direction: 'in' | 'out') => void;
  readonly onFit: () => void;
  readonly onLayOut: () => void;
}

/** Zoom, fit and new layout, for those who have no wheel, and how far the layout is. */
export function CanvasControls({ progress, canLayOut, onZoom, onFit, onLayOut }: CanvasControlsProps): ReactNode {
  const buttons = [
    { title: 'Zoom in', Icon: IconPlus, run: () => onZoom('in') },
    { title: 'Zoom out', Icon: IconMinus, run: () => onZoom('out') },
    { title: 'Show the whole graph', Icon: IconArrowsMaximize, run: onFit },
    ...(canLayOut ? [{ title: 'Lay out anew', Icon: IconRefresh, run: onLayOut }] : []),
  ];
  return (
    <div className={css['controls']}>
      {progress < 1 && <span className={css['progress']}>Laying out: {Math.floor(progress * 100)} %</span>}
      <ActionIcon.Group>
        {buttons.map(({ title, Icon, run }) => (
          <ActionIcon key={title} variant="default" size={30} title={title} aria-label={title} onClick={run}>
            <Icon size={16} aria-hidden />
          </ActionIcon>
        ))}
      </ActionIcon.Group>
    </div>
  );
}
