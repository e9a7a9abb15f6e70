import { formatCount } from '../format/count.ts';
import { places, type Place } from '../links/place.ts';
import type { Overview } from './overview.ts';

/** A part of a sentence: words, words that lead somewhere, or an instant. */
export type SentencePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly place: Place }
  | { readonly kind: 'time'; readonly at: string };

const words = (text: string): SentencePart => ({ kind: 'words', text });
const link = (text: string, place: Place): SentencePart => ({ kind: 'link', text, place });
const counted = (count: number, one: string, many: string): string => `${formatCount(count)} ${count === 1 ? one : many}`;

/**
 * `41 machines report, 1 is silent: web-3 since 3 h ago; nothing was lost in the last 24 hours; 2 applications and no external peer are new.`
 *
 * @param range the time range in words, such as `in the last 24 hours`
 */
export function sayOverview(overview: Overview, range: string): readonly SentencePart[] {
  return [...sayMachines(overview), ...sayLoss(overview, range), ...sayNew(overview), words('.')];
}

function sayMachines({ machines }: Overview): readonly SentencePart[] {
  const { active, inactive, degraded, longestSilent } = machines;
  const parts: SentencePart[] = [
    link(counted(active, 'machine', 'machines'), places.machines(['status is ACTIVE'])),
    words(active === 1 ? ' reports' : ' report'),
  ];
  if (inactive > 0)
    parts.push(
      words(', '),
      link(`${formatCount(inactive)} ${inactive === 1 ? 'is' : 'are'} silent`, places.machines(['status is INACTIVE'])),
    );
  if (longestSilent !== undefined) {
    parts.push(
      words(inactive > 1 ? ' (longest: ' : ' ('),
      link(longestSilent.hostname, places.machine(longestSilent.id)),
      words(', last heard '),
    );
    parts.push({ kind: 'time', at: longestSilent.since }, words(')'));
  }
  if (degraded > 0)
    parts.push(
      words('; '),
      link(
        counted(degraded, 'machine does not watch', 'machines do not watch'),
        places.machines(['status is ACTIVE', 'sees is not everything']),
      ),
      words(' everything'),
    );
  return parts;
}

function sayLoss({ lostEvents, gaps }: Overview, range: string): readonly SentencePart[] {
  if (lostEvents === 0 && gaps === 0) return [words(`; nothing was lost ${range}`)];
  const sorted: Place = { path: '/machines', params: { sort: '-lost' } };
  const lost =
    lostEvents === 0 ? counted(gaps, 'gap', 'gaps') : `${counted(lostEvents, 'event', 'events')} in ${counted(gaps, 'gap', 'gaps')}`;
  return [
    words('; '),
    link(lost, sorted),
    words(` ${lostEvents === 1 || (lostEvents === 0 && gaps === 1) ? 'was' : 'were'} lost ${range}`),
  ];
}

/** The server lists at most this many new things. */
const MOST_LISTED = 50;

function sayNew({ hasHistory, newApplications, newPeers }: Overview): readonly SentencePart[] {
  if (!hasHistory) return [words('; there is no history before it yet, so what is new cannot be told')];
  if (newApplications.length === 0 && newPeers.length === 0) return [words('; nothing is new')];
  const number = (count: number): string => (count >= MOST_LISTED ? `${MOST_LISTED} or more` : count === 0 ? 'no' : formatCount(count));
  const applications = `${number(newApplications.length)} application${newApplications.length === 1 ? '' : 's'}`;
  const peers = `${number(newPeers.length)} external peer${newPeers.length === 1 ? '' : 's'}`;
  const isOne = newApplications.length + newPeers.length === 1;
  return [
    words('; '),
    link(applications, { path: '/applications', params: { sort: '-first' } }),
    words(' and '),
    link(peers, places.graph({ where: ['kind is connection', 'state is new'] })),
    words(isOne ? ' is new' : ' are new'),
  ];
}
