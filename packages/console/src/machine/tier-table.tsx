import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TiersProps } from '../machines/tiers.tsx';
import css from './machine.module.css';

/** Each feature, what serves it, and why nothing better does. */
export function TierTable({ tiers, reasons }: TiersProps): ReactNode {
  return (
    <Table className={css['facts']} withRowBorders={false} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={160}>Feature</Table.Th>
          <Table.Th w={160}>Watched by</Table.Th>
          <Table.Th>Why not better</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {Object.entries(tiers).map(([feature, tier]) => (
          <Table.Tr key={feature}>
            <Table.Td>{feature}</Table.Td>
            <Table.Td className={tier === 'none' ? css['failed'] : undefined}>{tier === 'none' ? 'not watched' : tier}</Table.Td>
            <Table.Td>{reasons[feature] ?? 'it is the best'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
