/** A running test program that speaks in lines of `word number`. */
import { compile } from './compile';

export class Actor {
  readonly #child: Bun.Subprocess<'pipe', 'pipe', 'inherit'>;
  readonly #lines: AsyncIterator<string>;

  constructor(program: string, args: readonly string[], prefix: readonly string[] = []) {
    this.#child = Bun.spawn([...prefix, compile(program), ...args], { stdin: 'pipe', stdout: 'pipe', stderr: 'inherit' });
    this.#lines = linesOf(this.#child.stdout);
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** The number said with the word; lines before it are skipped. */
  async hear(word: string): Promise<number> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done === true) throw new Error(`the test program ended without saying "${word}"`);
      const [said, number] = value.split(' ');
      if (said === word) return Number(number);
    }
  }

  /** Lets a program that waits go on. */
  nudge(): void {
    void this.#child.stdin.write('\n');
    void this.#child.stdin.flush();
  }

  async end(): Promise<number> {
    return this.#child.exited;
  }
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncIterator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
