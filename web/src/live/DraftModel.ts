import {
  asProblem,
  type FieldEdit,
  type Following,
  follow,
  type Link,
  OFFLINE,
  type Overwritten,
  type Problem,
} from '@/api';
import { type Clock, wallClock } from './clock.ts';
import { Watched } from './watched.ts';

/** Whether what was typed is with the server: `unsent` is kept on this device and sent again by itself. */
export type Saving = 'saved' | 'saving' | 'unsent' | 'refused';

export interface DraftState<D> {
  /** As the server told it last. */
  draft: D;
  link: Link | 'connecting';
  saving: Saving;
  /** When the last change arrived, by this device's clock; null before the first. */
  savedAt: number | null;
  /** What somebody types here and the server does not show yet, by field. */
  typed: Readonly<Record<string, string>>;
  /** Values of others that were replaced unseen. */
  overwritten: Overwritten[];
  problem: Problem | null;
}

/** A document that several people write at once, and how it is read and written. */
export interface DraftSource<D> {
  /** Names it on this device. */
  key: string;
  /** Where its states come from, and under which event name. */
  events: { url: string; name: string };
  read(): Promise<D>;
  write(change: Change): Promise<{ draft: D; overwritten: Overwritten[] }>;
  /** What the server has in a field. */
  inField(draft: D, field: string): string;
}

/** Where unsent changes survive a reload; localStorage in browsers. */
export interface Keep {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The same `changeId` again is the same change, however often it arrives. */
export interface Change {
  changeId: string;
  edits: FieldEdit[];
}

interface Kept {
  /** On its way, or lost on it: sent again under the same id. */
  change: Change | null;
  /** Typed after it; `base` is what stood there when the typing began. */
  pending: Record<string, { base: string; value: string }>;
}

/** Short enough to feel like "at once", long enough not to send every letter. */
export const SEND_MS = 400;
export const AGAIN_MS = 3_000;

export interface DraftOptions {
  clock?: Clock;
  keep: Keep;
  newId: () => string;
}

/** One draft: shows what others write while it is written in, and loses nothing that is typed. */
export class DraftModel<D extends { revision: number }> {
  readonly state: Watched<DraftState<D>>;
  readonly #source: DraftSource<D>;
  readonly #clock: Clock;
  readonly #keep: Keep;
  readonly #newId: () => string;
  #kept: Kept = { change: null, pending: {} };
  #following: Following | null = null;
  #cancelTimer: (() => void) | null = null;
  #sending = false;

  constructor(draft: D, source: DraftSource<D>, { clock = wallClock, keep, newId }: DraftOptions) {
    this.#source = source;
    this.#clock = clock;
    this.#keep = keep;
    this.#newId = newId;
    this.state = new Watched<DraftState<D>>({
      draft,
      link: 'connecting',
      saving: 'saved',
      savedAt: null,
      typed: {},
      overwritten: [],
      problem: null,
    });
    this.#remembered();
  }

  /** Begins to follow the draft, and sends what an earlier visit could not. */
  start(open?: Parameters<typeof follow>[0]['open']): void {
    const { events } = this.#source;
    this.#following = follow({
      url: events.url,
      names: [events.name],
      onEvent: (_, data) => this.#show(data as D),
      poll: async () => this.#show(await this.#source.read()),
      onLink: (link) => {
        this.state.patch({ link });
        if (link !== 'offline' && this.state.get().saving === 'unsent') this.#later(0);
      },
      ...(open ? { open } : {}),
    });
    if (this.#hasUnsent()) this.#later(0);
  }

  stop(): void {
    this.#following?.stop();
    this.#cancelTimer?.();
  }

  /** What stands in the field here. */
  value(field: string): string {
    return this.state.get().typed[field] ?? this.#source.inField(this.state.get().draft, field);
  }

  /** Somebody typed; it is kept at once and sent shortly. */
  type(field: string, value: string): void {
    const before = this.#kept.pending[field];
    const sent = this.#kept.change?.edits.find((edit) => edit.field === field);
    const base = before?.base ?? sent?.value ?? this.#source.inField(this.state.get().draft, field);
    this.#kept.pending[field] = { base, value };
    this.#remember();
    this.state.patch({ saving: 'saving', problem: null });
    this.#later(SEND_MS);
  }

  /** Resolves when everything typed has arrived; rejects with what keeps it from arriving. */
  async flush(): Promise<void> {
    this.#cancelTimer?.();
    while (this.#hasUnsent()) {
      if (this.#sending) {
        await new Promise<void>((done) => {
          const leave = this.state.subscribe(() => {
            if (this.#sending) return;
            leave();
            done();
          });
        });
      } else {
        await this.#send();
      }
      const { problem } = this.state.get();
      if (problem !== null) throw problem;
    }
  }

  /** The server's answer to something else, e.g. to filing. */
  show(draft: D): void {
    this.#show(draft);
  }

  #show(draft: D): void {
    if (draft.revision >= this.state.get().draft.revision) this.state.patch({ draft });
  }

  #hasUnsent(): boolean {
    return this.#kept.change !== null || Object.keys(this.#kept.pending).length > 0;
  }

  #later(ms: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#clock.after(ms, () => void this.#send());
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#kept.change ??= this.#next();
    const change = this.#kept.change;
    if (change === null) return;
    this.#remember();
    this.#sending = true;
    this.state.patch({ saving: 'saving' });
    try {
      this.#arrived(change, await this.#source.write(change));
    } catch (error) {
      this.#failed(change, asProblem(error));
    }
  }

  #next(): Change | null {
    const fields = Object.entries(this.#kept.pending);
    if (fields.length === 0) return null;
    this.#kept.pending = {};
    return { changeId: this.#newId(), edits: fields.map(([field, edit]) => ({ field, ...edit })) };
  }

  #arrived(change: Change, answer: { draft: D; overwritten: Overwritten[] }): void {
    this.#sending = false;
    this.#kept.change = null;
    // What is typed meanwhile began from what was sent: `type` took that as its base.
    for (const edit of change.edits) {
      if (this.#kept.pending[edit.field]?.value === edit.value) delete this.#kept.pending[edit.field];
    }
    this.#show(answer.draft);
    this.#remember();
    const more = this.#hasUnsent();
    this.state.patch({
      saving: more ? 'saving' : 'saved',
      savedAt: this.#clock.now(),
      problem: null,
      overwritten: answer.overwritten.length > 0 ? answer.overwritten : this.state.get().overwritten,
    });
    if (more) this.#later(SEND_MS);
  }

  #failed(change: Change, problem: Problem): void {
    this.#sending = false;
    const passing = problem.code === OFFLINE || problem.status >= 500 || problem.status === 429;
    if (!passing) {
      // It would be refused again and again: it goes on being shown and waits for the writer.
      this.#kept.change = null;
      for (const { field, base, value } of change.edits) {
        this.#kept.pending[field] = { base, value: this.#kept.pending[field]?.value ?? value };
      }
      this.#remember();
    }
    this.state.patch({ saving: passing ? 'unsent' : 'refused', problem });
    if (passing) this.#later(AGAIN_MS);
  }

  /** Keeps what is unsent on this device and shows it. A device that keeps nothing still sends it. */
  #remember(): void {
    const typed: Record<string, string> = {};
    for (const edit of this.#kept.change?.edits ?? []) typed[edit.field] = edit.value;
    for (const [field, edit] of Object.entries(this.#kept.pending)) typed[field] = edit.value;
    this.state.patch({ typed });
    try {
      if (this.#hasUnsent()) this.#keep.setItem(this.#source.key, JSON.stringify(this.#kept));
      else this.#keep.removeItem(this.#source.key);
    } catch {
      // private windows and full disks refuse to keep anything
    }
  }

  #remembered(): void {
    try {
      const text = this.#keep.getItem(this.#source.key);
      if (text === null) return;
      this.#kept = JSON.parse(text) as Kept;
      this.#remember();
      this.state.patch({ saving: 'unsent' });
    } catch {
      this.#kept = { change: null, pending: {} };
    }
  }
}
