import type { ProcessRef } from '@weft/sensor';
import type { Program } from './program.ts';

/** Why a process is reported: itself, or because such a process descends from it. */
export type KeptBecause = 'network' | 'container' | 'login' | 'ancestor';

/** A process the agent knows, alive or gone for less than a minute or so. */
export interface KnownProcess {
  readonly pid: number;
  readonly startNs: number;
  readonly pidHash: number;
  readonly parent: ProcessRef;
  groupId: number;
  sessionId: number;
  tracerPid: number | undefined;
  program: Program;
  /** When the program began, ns since boot; undefined when it has only been forked since we look. */
  executedAtNs: number | undefined;
  exit: Exit | undefined;
  keptBecause: KeptBecause | undefined;
  /** Bytes of the program that this process brought in by exec; what a fork shares is counted with the one who brought it. */
  programBytes: number;
  /** Connections or listeners were seen; its user was read again then. */
  isNetworkSeen: boolean;
}

export interface Exit {
  readonly atNs: number;
  /** Both undefined: the agent missed how it ended. */
  readonly code: number | undefined;
  readonly signal: number | undefined;
}

export interface NewProcess extends ProcessRef {
  readonly pidHash: number;
  readonly parent: ProcessRef;
  readonly groupId: number;
  readonly sessionId: number;
  readonly program: Program;
}

export function createKnownProcess(given: NewProcess): KnownProcess {
  const { pid, startNs, pidHash, parent, groupId, sessionId, program } = given;
  const later = {
    tracerPid: undefined,
    executedAtNs: undefined,
    exit: undefined,
    keptBecause: undefined,
    isNetworkSeen: false,
    programBytes: 0,
  };
  return { pid, startNs, pidHash, parent, groupId, sessionId, program, ...later };
}
