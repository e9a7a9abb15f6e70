import type { ReactNode } from 'react';
import { sightTexts } from './sight-texts.ts';
import css from './machines.module.css';
import { describeTier, type TiersProps } from './tiers.tsx';

/** In a word what an agent sees: everything, or what it does not. Each feature with its tier on hover. */
export function Sight({ tiers, reasons }: TiersProps): ReactNode {
  const isBlind = Object.values(tiers).includes('none');
  const title = Object.entries(tiers)
    .map(([feature, tier]) => describeTier(feature, tier, reasons[feature]))
    .join('\n');
  return (
    <span title={title} className={isBlind ? css['blind'] : undefined}>
      {sightTexts(tiers).join(', ')}
    </span>
  );
}
