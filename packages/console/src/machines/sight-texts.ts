/**
 * What an agent sees in words: `everything`, or each feature it cannot watch as `not dns`.
 *
 * @param tiers feature to tier; `none` cannot be had
 */
export function sightTexts(tiers: Readonly<Record<string, string>>): readonly string[] {
  const blind = Object.entries(tiers).flatMap(([feature, tier]) => (tier === 'none' ? [`not ${feature}`] : []));
  return blind.length === 0 ? ['everything'] : blind;
}
