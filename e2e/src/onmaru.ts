import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from './command.ts';
import { below, runs } from './processes.ts';
import { until } from './wait.ts';

/** The repository, where the one script lies. */
export const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPT = join(ROOT, 'onmaru');

/** Long enough for a first build of everything. */
const START_MS = 280_000;

export interface Account {
  readonly login: string;
  readonly password: string;
  readonly who: string;
}

export interface Tile {
  identity: string;
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  picture: 'LIVE' | 'STALE' | 'CARD';
}

export interface Programme {
  state: 'NONE' | 'STARTING' | 'OFF_AIR' | 'ON_AIR' | 'LOST';
  tally: 'ON_AIR' | 'OFF_AIR';
  hls: string | null;
  tiles: Tile[];
  recordedMs: number;
}

export interface Running {
  /** More words for `./onmaru run`, e.g. `--tls self`. */
  readonly words?: string[];
  /** Gets the place of the data before anything is there. */
  readonly prepare?: (data: string) => void;
  /** False for a system that is new. */
  readonly demo?: boolean;
  /** The moment at which its clock stands until [Onmaru.at] moves it, e.g. `2026-11-23T07:00+09:00`. Nothing is broadcast. */
  readonly clock?: string;
}

/** A whole Onmaru with the demonstration city, in a data directory that goes away with it. */
export class Onmaru {
  readonly url: string;
  readonly port: number;
  readonly data: string;
  readonly out: string;
  readonly #server: Command;

  private constructor(url: string, port: number, data: string, out: string, server: Command) {
    this.url = url;
    this.port = port;
    this.data = data;
    this.out = out;
    this.#server = server;
  }

  static async run({ words = [], prepare = () => {}, demo = true, clock }: Running = {}): Promise<Onmaru> {
    const out = mkdtempSync(join(tmpdir(), 'onmaru-e2e-'));
    // The database runs as somebody else, who must pass through here.
    chmodSync(out, 0o755);
    const data = join(out, 'data');
    prepare(data);
    const port = await freePort();
    const sfu = { tcp: await freePort(), udp: await freePort() };
    const options = [...sfuOptions(sfu), ...words];
    const server = new Command(
      clock === undefined
        ? [SCRIPT, 'run', '--port', String(port), '--data', data, ...options, ...(demo ? ['--demo'] : [])]
        : advancing(clock, [`--server.port=${port}`, `--onmaru.data=${data}`, ...options, `--onmaru.demo=${demo}`]),
      join(out, 'server.log'),
    );
    try {
      const ready = await server.line(/^ONMARU_READY /, START_MS);
      return new Onmaru(ready.replace('ONMARU_READY ', '').trim(), port, data, out, server);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** A second start on the same data or port: not expected to succeed. */
  again(words: string[]): Command {
    return new Command([SCRIPT, 'run', ...words], join(this.out, `again-${Date.now()}.log`));
  }

  /** Moves its clock, when it has one that is moved. */
  async at(moment: string): Promise<void> {
    this.#server.say(moment);
    await this.#server.line(new RegExp(`^ONMARU_CLOCK ${moment.replace('+', '\\+')}$`), 10_000);
  }

  get pid(): number {
    return this.#server.pid;
  }

  account(login: string): Account {
    for (const line of this.#server.lines) {
      const [word, name, password, ...who] = line.split(' ');
      if (word === 'ONMARU_DEMO' && name === login && password) return { login, password, who: who.join(' ') };
    }
    throw new Error(`no demo account ${login}:\n${this.#server.tail()}`);
  }

  /** Path of the link for the first administrator, as it was printed. */
  get setup(): string {
    const line = this.#server.lines.find((each) => each.startsWith('ONMARU_SETUP '));
    if (line === undefined) throw new Error(`no link to set up:\n${this.#server.tail()}`);
    return line.replace('ONMARU_SETUP ', '').trim();
  }

  /** What it has said, for whoever started it. */
  get said(): string {
    return this.#server.lines.join('\n');
  }

  /** Simulated attendees in today's meeting, staying until stopped. */
  crowd(attendees: number): Command {
    return new Command(
      [
        ...[SCRIPT, 'rehearse', '--real', '--keep-on', '--minutes', '0.1'],
        ...['--attendees', String(attendees), '--port', String(this.port), '--data', this.data],
      ],
      join(this.out, `crowd-${attendees}.log`),
    );
  }

  /** The pre-flight check: a private rehearsal that ends by itself. */
  rehearsal(attendees: number, json: string): Command {
    return new Command(
      [
        ...[SCRIPT, 'rehearse', '--attendees', String(attendees), '--minutes', '0.2', '--json', json],
        ...['--port', String(this.port), '--data', this.data],
      ],
      join(this.out, `rehearsal-${attendees}.log`),
    );
  }

  /** Asks the server as its operator. */
  async operator<T>(path: string, init: RequestInit = {}): Promise<T> {
    const token = readFileSync(join(this.data, 'run/operator.token'), 'utf8').trim();
    const response = await fetch(new URL(path, this.url), {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Asks the server as any citizen. */
  async public<T>(path: string): Promise<T> {
    const response = await fetch(new URL(path, this.url));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  }

  /**
   * As Ctrl-C does: database, SFU and studios end with it.
   *
   * @param before what has to happen to the data before it goes away
   */
  async stop(before: () => void = () => {}): Promise<void> {
    const family = this.#server.ended ? [] : below(this.pid);
    await this.#server.stop();
    await until('the end of everything it started', 10_000, () => !family.some(runs));
    before();
    if (process.env.ONMARU_E2E_KEEP === undefined) rmSync(this.out, { recursive: true, force: true });
  }
}

function sfuOptions(sfu: { tcp: number; udp: number }): string[] {
  return [`--onmaru.sfu.tcp-port=${sfu.tcp}`, `--onmaru.sfu.udp-port=${sfu.udp}`];
}

/** The built server behind `clock/AdvancingServer.java`, as `./onmaru run` starts it. */
function advancing(moment: string, options: string[]): string[] {
  const built = join(ROOT, 'server/target');
  const jar = readdirSync(built).find((name) => /^onmaru-server-[^-]*(-SNAPSHOT)?\.jar$/.test(name));
  if (jar === undefined) throw new Error('the server is not built: ./onmaru build');
  return [
    join(process.env.JAVA_HOME ?? '/usr', 'bin/java'),
    ...['-Xmx512m', '--enable-native-access=ALL-UNNAMED', '-Djava.awt.headless=true'],
    ...['-cp', `${join(built, jar)}:${readFileSync(join(built, 'classpath'), 'utf8').trim()}`],
    join(ROOT, 'e2e/clock/AdvancingServer.java'),
    moment,
    `--onmaru.web.dir=${join(ROOT, 'web/dist')}`,
    // Meetings are held by the dozen, and nothing is broadcast.
    '--onmaru.studio.command=/bin/sh,-c,[ "$0" = --finish ] || exec sleep 1d',
    ...options,
  ];
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
