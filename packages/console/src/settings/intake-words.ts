import type { AnswerOf } from '../data/api.ts';
import type { Tone } from '../states/notice.tsx';

export interface IntakeWords {
  /** In the list of facts. */
  readonly fact: string;
  readonly tone: Tone;
  readonly title: string;
  /** What it means and what to do; unset where there is nothing to say. */
  readonly words: string | undefined;
}

const notAll = 'The intake does not take everything';

/** What each state of the intake means to a person. */
export const intakeWords: Readonly<Record<AnswerOf<'getSystem'>['intakeState'], IntakeWords>> = {
  open: { fact: 'open', tone: 'info', title: 'The intake is open', words: undefined },
  starting: {
    fact: 'starting',
    tone: 'info',
    title: 'The intake is starting',
    words: 'The server just started and takes rows in a moment. Agents keep what they see until then.',
  },
  closing: {
    fact: 'closing',
    tone: 'info',
    title: 'The intake is closing',
    words: 'The server is being stopped: it stores what it accepted and takes nothing new. Agents keep what they see until it is back.',
  },
  overloaded: {
    fact: 'overloaded',
    tone: 'bad',
    title: notAll,
    words: 'More comes in than the server can store: agents are told to wait. Nothing is lost as long as they have room.',
  },
  'disk-full': {
    fact: 'disk full',
    tone: 'bad',
    title: notAll,
    words:
      'The disk of the server is full: it takes nothing in until there is room. Agents keep what they see on their own disks, as far as it goes.',
  },
  failing: {
    fact: 'failing',
    tone: 'bad',
    title: notAll,
    words:
      'The warehouse does not store rows: the server tries again, and its log says why. Agents keep what they see on their own disks, as far as it goes.',
  },
};
