import type { Machine } from '@weft/schema';
import type { ReactNode } from 'react';
import css from './machines.module.css';

/** ACTIVE is a full green dot, INACTIVE a hollow one: the shape tells them apart too. */
export function AgentStatus({ status }: { readonly status: Machine['agentStatus'] }): ReactNode {
  return (
    <span className={css['status']} data-status={status}>
      <span className={css['dot']} aria-hidden /> {status}
    </span>
  );
}
