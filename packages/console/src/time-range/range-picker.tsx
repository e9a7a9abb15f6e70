import { Button, Menu } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { CustomRange } from './custom-range.tsx';
import { rangePresets, type TimeRange } from './time-range.ts';
import { rangeTitle } from './range-title.ts';
import { useTimeRange } from './use-time-range.ts';

/** The one time range of the page: presets, or two instants. */
export function RangePicker(): ReactNode {
  const [range, setRange] = useTimeRange();
  const [isOpen, setOpen] = useState(false);
  const take = (next: TimeRange): void => {
    setRange(next);
    setOpen(false);
  };
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width={300} trapFocus>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconClock size={14} aria-hidden />}
          aria-label={`Time range: ${rangeTitle(range)}`}
        >
          {rangeTitle(range)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {rangePresets.map(({ word, title, minutes }) => (
          <Menu.Item
            key={word}
            onClick={() => take({ kind: 'last', minutes })}
            {...(range.kind === 'last' && range.minutes === minutes ? { 'aria-current': 'true', fw: 600 } : {})}
          >
            {title}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <CustomRange range={range} onRange={take} />
      </Menu.Dropdown>
    </Menu>
  );
}
