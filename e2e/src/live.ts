import { picturesIn } from './fragment.ts';

/** A part as it came, with the Unix milliseconds at which it was here. */
export interface LivePart {
  readonly msn: number;
  readonly index: number;
  readonly init: string;
  /** Starts with an IDR. */
  readonly independent: boolean;
  readonly data: Uint8Array;
  readonly arrivedMs: number;
  readonly pictures: number;
}

interface Listed {
  msn: number;
  index: number;
  uri: string;
  init: string;
  independent: boolean;
}

/** Follows a programme like a player, with blocking reloads, and keeps every part that was ever listed. */
export class LiveReader {
  readonly parts: LivePart[] = [];
  readonly inits = new Map<string, Uint8Array>();
  readonly problems: string[] = [];
  /** How often it fell so far behind that it had to jump to the live edge. */
  jumps = 0;
  ended = false;
  readonly #multivariant: URL;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #media: URL | null = null;
  #behind = false;

  constructor(multivariant: URL) {
    this.#multivariant = multivariant;
    this.#running = this.#run();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Parts that arrived within these Unix milliseconds. */
  between(fromMs: number, toMs: number): LivePart[] {
    return this.parts.filter((part) => part.arrivedMs >= fromMs && part.arrivedMs <= toMs);
  }

  /** The same from the first key frame on, and of one epoch: what can be decoded in one go. */
  decodable(parts: LivePart[]): LivePart[] {
    const from = parts.findIndex((part) => part.independent);
    return from < 0 ? [] : parts.slice(from).filter((part) => part.init === parts[from]?.init);
  }

  /** Bytes that a decoder takes: the initialisation section and parts of one epoch, from a key frame on. */
  stream(parts: LivePart[]): Uint8Array {
    const same = this.decodable(parts);
    const init = this.inits.get(same[0]?.init ?? '');
    if (init === undefined) throw new Error('no part that starts with a key frame');
    return Buffer.concat([init, ...same.map((part) => part.data)]);
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted && !this.ended) {
      try {
        await this.#round();
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        if (error instanceof Gone) {
          this.#behind = true;
          this.jumps++;
        } else this.problems.push(`${new Date().toISOString()} ${error}`);
        await new Promise((later) => setTimeout(later, 200));
      }
    }
  }

  async #round(): Promise<void> {
    this.#media ??= await this.#variant();
    const url = new URL(this.#media);
    const last = this.parts.at(-1);
    const behind = this.#behind;
    if (last !== undefined && !behind) {
      url.searchParams.set('_HLS_msn', String(last.msn));
      url.searchParams.set('_HLS_part', String(last.index + 1));
    }
    const text = Buffer.from(await this.#get(url)).toString();
    if (!text.startsWith('#EXTM3U')) throw new Error(`no playlist: ${text.slice(0, 80)}`);
    let news = listed(text).filter((part) => last === undefined || isAfter(part, last));
    if (last === undefined)
      news = news.slice(
        Math.max(
          0,
          news.findLastIndex((part) => part.independent),
        ),
      );
    for (const part of news) await this.#fetch(part);
    this.ended = text.includes('#EXT-X-ENDLIST');
  }

  async #fetch(part: Listed): Promise<void> {
    if (!this.inits.has(part.init)) this.inits.set(part.init, await this.#get(new URL(part.init, this.#media ?? '')));
    const data = await this.#get(new URL(part.uri, this.#media ?? ''));
    const { msn, index, init, independent } = part;
    this.parts.push({ msn, index, init, independent, data, arrivedMs: Date.now(), pictures: picturesIn(data) });
  }

  async #variant(): Promise<URL> {
    const text = Buffer.from(await this.#get(this.#multivariant)).toString();
    const line = text.split('\n').find((each) => each !== '' && !each.startsWith('#'));
    if (line === undefined) throw new Error('no variant');
    return new URL(line.trim(), this.#multivariant);
  }

  async #get(url: URL): Promise<Uint8Array> {
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(15_000)]);
    const response = await fetch(url, { signal });
    if (response.status === 404 && url.pathname.includes('/part-')) throw new Gone(url.pathname);
    if (!response.ok) throw new Error(`${url.pathname}${url.search}: HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** A part that was listed has left the window: the reader is too slow. */
class Gone extends Error {}

function isAfter(part: Listed, last: LivePart): boolean {
  return part.msn > last.msn || (part.msn === last.msn && part.index > last.index);
}

/** The parts a playlist lists, with their places. */
export function listed(text: string): Listed[] {
  const parts: Listed[] = [];
  let [msn, index, init] = [0, 0, ''];
  for (const line of text.split('\n')) {
    const attribute = (name: string): string => line.match(`${name}="?([^",]*)`)?.[1] ?? '';
    if (line.startsWith('#EXT-X-MEDIA-SEQUENCE:')) msn = Number(line.slice(22));
    else if (line.startsWith('#EXT-X-MAP:')) init = attribute('URI');
    else if (line.startsWith('#EXT-X-PART:')) {
      parts.push({ msn, index: index++, uri: attribute('URI'), init, independent: line.includes('INDEPENDENT=YES') });
    } else if (line !== '' && !line.startsWith('#')) {
      msn++;
      index = 0;
    }
  }
  return parts;
}
