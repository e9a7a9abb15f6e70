import { Kbd, Modal, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { goKeys, keyHelp } from './shortcuts.ts';

export interface HelpOverlayProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const rows = [...keyHelp, ...goKeys.map(({ letter, title }) => ({ keys: ['g', letter], title: `Go to ${title}` }))];

/** All keys, on `?`. */
export function HelpOverlay({ isOpen, onClose }: HelpOverlayProps): ReactNode {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keyboard" size="sm">
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Tbody>
          {rows.map(({ keys, title }) => (
            <Table.Tr key={title}>
              <Table.Td w={140}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{title}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
