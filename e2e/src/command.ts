import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A program of ours whose lines are watched. Ended by its own id only. */
export class Command {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #waiting = new Set<() => void>();
  #ended = false;
  #code: number | null = null;

  /** @param log a file that takes everything it says */
  constructor(words: string[], log: string, environment: NodeJS.ProcessEnv = process.env) {
    const [program, ...rest] = words;
    if (program === undefined) throw new Error('a command needs a program');
    this.#child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'pipe'], env: environment });
    const file = createWriteStream(log);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream === null) continue;
      // Progress is written over with a carriage return: each of those is a line too.
      createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
        file.write(`${line}\n`);
        this.lines.push(...line.split('\r').filter((one) => one !== ''));
        this.#wake();
      });
    }
    this.#child.on('exit', (code) => {
      this.#ended = true;
      this.#code = code;
      this.#wake();
    });
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  get code(): number | null {
    return this.#code;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The first line that matches, now or later; rejects when the program ends or time runs out. */
  line(pattern: RegExp, withinMs: number): Promise<string> {
    return this.#until(
      () => {
        const found = this.lines.find((line) => pattern.test(line));
        if (found === undefined && this.#ended)
          throw new Error(`ended (${this.#code}) without ${pattern}:\n${this.tail()}`);
        return found;
      },
      withinMs,
      String(pattern),
    );
  }

  /** A line to its standard input. */
  say(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** Its exit code. */
  exit(withinMs: number): Promise<number> {
    return this.#until(() => (this.#ended ? (this.#code ?? -1) : undefined), withinMs, 'its end');
  }

  tail(): string {
    return this.lines.slice(-25).join('\n');
  }

  /** Interrupts it as Ctrl-C does and waits. One that has to be killed is a fault, and is told. */
  async stop(withinMs = 45_000): Promise<void> {
    if (this.#ended) return;
    this.#child.kill('SIGINT');
    try {
      await this.exit(withinMs);
    } catch (late) {
      this.#child.kill('SIGKILL');
      throw late;
    }
  }

  #until<T>(ask: () => T | undefined, withinMs: number, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = (act: () => void): void => {
        this.#waiting.delete(look);
        clearTimeout(timer);
        act();
      };
      const look = (): void => {
        try {
          const found = ask();
          if (found !== undefined) end(() => resolve(found));
        } catch (error) {
          end(() => reject(error));
        }
      };
      const timer = setTimeout(
        () => end(() => reject(new Error(`no ${what} within ${withinMs} ms:\n${this.tail()}`))),
        withinMs,
      );
      this.#waiting.add(look);
      look();
    });
  }

  #wake(): void {
    for (const look of [...this.#waiting]) look();
  }
}
