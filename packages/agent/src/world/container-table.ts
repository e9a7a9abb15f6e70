import { CappedCache } from '@weft/base';
import type { ContainerInfo } from './container-info.ts';
import type { ContainerRef } from './container-id.ts';
import type { AskForContainer } from './docker-source.ts';

/** A container that a process of this machine lives in, or lived in a moment ago. */
export interface KnownContainer {
  readonly ref: ContainerRef;
  info: ContainerInfo | undefined;
  /** The runtime has answered, or was given up for now. */
  isAnswered: boolean;
  readonly seenAtMs: number;
  lastExitNs: number | undefined;
  isStopped: boolean;
  /** Its row must be sent. */
  isChanged: boolean;
  askedCount: number;
  askAgainAtMs: number;
}

const CAPS = { maxEntries: 8192, maxBytes: 8 * 1024 * 1024 };
const CONTAINER_BYTES = 1000;
/** A container may have its first process a moment before its runtime knows it. */
const FIRST_RETRY_MS = 300;
const LONGEST_RETRY_MS = 300_000;
const TRIES_BEFORE_ANSWERED = 3;
const MAX_ASKING = 8;
const LONGEST_WAIT_MS = 5000;

/** Containers by id; asks the runtime about each once, with back-off while it does not know. */
export class ContainerTable {
  readonly #ask: AskForContainer;
  /** Monotonic: rows wait for answers, and a clock that is set must not hold them. */
  readonly #nowMs: () => number;
  readonly #containers = new CappedCache<string, KnownContainer>(CAPS);
  #asking = 0;

  constructor(ask: AskForContainer, nowMs: () => number) {
    this.#ask = ask;
    this.#nowMs = nowMs;
  }

  get(ref: ContainerRef): KnownContainer {
    const known = this.#containers.get(ref.id);
    if (known !== undefined) return known;
    const container: KnownContainer = {
      ref,
      info: undefined,
      isAnswered: false,
      seenAtMs: this.#nowMs(),
      lastExitNs: undefined,
      isStopped: false,
      isChanged: true,
      askedCount: 0,
      askAgainAtMs: 0,
    };
    this.#containers.set(ref.id, container, CONTAINER_BYTES);
    this.askDue();
    return container;
  }

  /** Rows of its processes need wait no longer. */
  isSettled(container: KnownContainer): boolean {
    return container.isAnswered || this.#nowMs() - container.seenAtMs > LONGEST_WAIT_MS;
  }

  *all(): IterableIterator<KnownContainer> {
    for (const [, container] of this.#containers.entries()) yield container;
  }

  forget(container: KnownContainer): void {
    this.#containers.delete(container.ref.id);
  }

  /** Asks about those that are due; call it now and then. */
  askDue(): void {
    for (const container of this.all()) {
      if (this.#asking >= MAX_ASKING) return;
      if (container.info !== undefined || container.isStopped || container.askAgainAtMs > this.#nowMs()) continue;
      void this.#askFor(container);
    }
  }

  async #askFor(container: KnownContainer): Promise<void> {
    container.askAgainAtMs = Number.POSITIVE_INFINITY;
    this.#asking += 1;
    const answer = await this.#ask(container.ref.id);
    this.#asking -= 1;
    container.askedCount += 1;
    if (answer.kind === 'found') container.info = answer.info;
    container.isChanged ||= answer.kind === 'found';
    container.isAnswered ||= answer.kind !== 'absent' || container.askedCount >= TRIES_BEFORE_ANSWERED;
    container.askAgainAtMs = this.#nowMs() + Math.min(FIRST_RETRY_MS * 2 ** (container.askedCount - 1), LONGEST_RETRY_MS);
  }
}
