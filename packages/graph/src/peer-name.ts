import { parse } from 'tldts';
import { collapseStars, normaliseSegment } from './normalise-segment.ts';

/** Labels kept of a name under no public suffix: service, namespace, `svc.cluster.local`. */
const privateLabels = 5;
const maxCharacters = 253;

/**
 * The part of a host name that says who answers: registrable domain + one label; names under no public suffix
 * (`redis`, `cart.shop.svc.cluster.local`) keep their last five labels. Numbers and hashes in labels that their owner
 * makes up become `*`. Idempotent.
 *
 * Public suffixes come from `tldts`, the ICANN part of the public suffix list only: with the private part, every bucket
 * and every function would be a domain of its own.
 */
export function peerName(name: string): string {
  const host = name.toLowerCase().replace(/\.+$/, '').slice(0, maxCharacters);
  const { domain, isIcann } = parse(host, { extractHostname: false, validateHostname: false });
  const labels = host.split('.');
  if (domain === null || isIcann !== true) return labels.slice(-privateLabels).map(normaliseLabel).join('.');
  const extra = labels.at(-1 - domain.split('.').length);
  return extra === undefined ? domain : `${normaliseLabel(extra)}.${domain}`;
}

/** Numbered replicas (`web-17`) and made-up names are one peer; short words with digits (`s3`, `eu-west-1`) stay. */
function normaliseLabel(label: string): string {
  return collapseStars(label.split('-').map(normaliseWord).join('-'));
}

function normaliseWord(word: string): string {
  return /^\d{1,2}$/.test(word) && word !== '' ? word : normaliseSegment(word, 'lenient');
}
