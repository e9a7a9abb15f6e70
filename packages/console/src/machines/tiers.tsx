import type { ReactNode } from 'react';
import css from './machines.module.css';

export interface TiersProps {
  /** Feature to tier; `none` cannot be had. */
  readonly tiers: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/** The features an agent watches; those it cannot are struck through. Tier and reason on hover. */
export function Tiers({ tiers, reasons }: TiersProps): ReactNode {
  return Object.entries(tiers).map(([feature, tier]) => (
    <span
      key={feature}
      className={css['tier']}
      data-none={tier === 'none' || undefined}
      title={describeTier(feature, tier, reasons[feature])}
    >
      {feature}
    </span>
  ));
}

/** `dns: by socket. CAP_NET_RAW is missing.` */
export function describeTier(feature: string, tier: string, reason: string | undefined): string {
  const words = tier === 'none' ? `${feature}: not watched` : `${feature}: by ${tier}`;
  return reason === undefined || reason === '' ? words : `${words}. ${reason}`;
}
