import { openSensor, type FeatureState } from '@weft/sensor';
import type { Finding } from './finding.ts';

const MEANING = { process: 'processes', connection: 'connections' } as const;

/** Loads and attaches everything, as a start would, and lets go of it. Cost: about a second. */
export function checkSensor(): Finding[] {
  const opened = openSensor();
  if (opened.kind === 'open') opened.sensor.close();
  return opened.features.map(featureFinding);
}

export function featureFinding({ feature, tier, reason }: FeatureState): Finding {
  const what = MEANING[feature];
  if (tier === 'none') return { what, verdict: 'broken', detail: `not watched: ${reason ?? 'unknown reason'}` };
  return { what, verdict: 'works', detail: reason === undefined ? `by ${tier}` : `by ${tier}, but ${reason}` };
}
