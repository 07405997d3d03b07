import { asProblem, type Joined, type Permission, type Problem, type Role } from '@/api';
import { type Clock, wallClock } from './clock.ts';
import { Pictures } from './Pictures.ts';
import type { Lost, OpenRoom, RoomConnection, Source } from './RoomConnection.ts';
import { type Slot, Slots } from './slots.ts';
import { Watched } from './watched.ts';

export type RoomPhase =
  | 'idle'
  | 'joining'
  | 'connected'
  | 'reconnecting'
  | 'left'
  | 'removed'
  | 'ended'
  | 'elsewhere'
  | 'refused';

export interface Choices {
  microphone: boolean;
  camera: boolean;
  microphoneId: string | undefined;
  cameraId: string | undefined;
  speakerId: string | undefined;
}

export interface RoomState {
  phase: RoomPhase;
  me: Joined | null;
  slots: Slot[];
  /** Who is large in the speaker view; a shared screen comes before a voice. */
  featured: string | null;
  microphone: boolean;
  camera: boolean;
  screen: boolean;
  soundBlocked: boolean;
  /** The microphone was on and somebody else switched it off. */
  mutedByHost: boolean;
  /** The device that could not be switched on just now. */
  failedDevice: 'microphone' | 'camera' | 'screen' | null;
  problem: Problem | null;
}

/** A voice must have been quiet this long before the picture goes to somebody else. */
export const HOLD_MS = 2_000;
/** The server may know a new role a little before the room tells it, or after. */
const ROLE_MS = 500;
const ROLE_TRIES = 10;
const BACKOFF_MS = [300, 1_000, 2_000, 4_000, 8_000] as const;

const START: RoomState = {
  phase: 'idle',
  me: null,
  slots: [],
  featured: null,
  microphone: false,
  camera: false,
  screen: false,
  soundBlocked: false,
  mutedByHost: false,
  failedDevice: null,
  problem: null,
};

/** One person's stay in a room: joins, keeps joined through lost connections, knows who sits where. No React, no DOM. */
export class RoomModel {
  readonly state = new Watched<RoomState>(START);
  readonly #join: () => Promise<Joined>;
  readonly #open: OpenRoom;
  readonly #clock: Clock;
  readonly #slots = new Slots();
  readonly #pictures: Pictures;
  #connection: RoomConnection | null = null;
  #choices: Choices | null = null;
  #spokeAt = Number.NEGATIVE_INFINITY;
  #attempts = 0;
  /** The role that the room tells, and how often the server was asked about it. */
  #role: { is: Role | null; asked: number } = { is: null, asked: 0 };

  constructor(join: () => Promise<Joined>, open: OpenRoom, clock: Clock = wallClock) {
    this.#join = join;
    this.#open = open;
    this.#clock = clock;
    this.#pictures = new Pictures(clock);
  }

  async enter(choices: Choices): Promise<void> {
    const phase = this.state.get().phase;
    if (phase === 'joining' || phase === 'connected' || phase === 'reconnecting') return;
    this.#choices = choices;
    this.#attempts = 0;
    this.state.set({ ...START, phase: 'joining' });
    await this.#connect();
  }

  async leave(): Promise<void> {
    this.#forgetTimers();
    const connection = this.#connection;
    this.#connection = null;
    this.state.patch({ phase: 'left', slots: [], screen: false });
    await connection?.leave();
  }

  /** The meeting was adjourned; the room goes with it. */
  async end(): Promise<void> {
    if (this.#over()) return;
    await this.leave();
    this.state.patch({ phase: 'ended' });
  }

  may(permission: Permission): boolean {
    return this.state.get().me?.permissions.includes(permission) ?? false;
  }

  async setMicrophone(on: boolean, deviceId?: string): Promise<void> {
    if (this.#choices !== null) {
      this.#choices = { ...this.#choices, microphone: on, microphoneId: deviceId ?? this.#choices.microphoneId };
    }
    this.state.patch({ mutedByHost: false });
    await this.#switch('microphone', (room) => room.microphone(on, deviceId ?? this.#choices?.microphoneId));
  }

  async setCamera(on: boolean, deviceId?: string): Promise<void> {
    if (this.#choices !== null) {
      this.#choices = { ...this.#choices, camera: on, cameraId: deviceId ?? this.#choices.cameraId };
    }
    await this.#switch('camera', (room) => room.camera(on, deviceId ?? this.#choices?.cameraId));
  }

  async setScreen(on: boolean): Promise<void> {
    await this.#switch('screen', (room) => room.screen(on));
  }

  async setSpeaker(deviceId: string): Promise<void> {
    if (this.#choices !== null) this.#choices = { ...this.#choices, speakerId: deviceId };
    await this.#connection?.speaker(deviceId);
  }

  /** Wants somebody's picture until the returned function is called. */
  want(identity: string, source: Source): () => void {
    return this.#pictures.want(identity, source);
  }

  /** Shows it in the element until the returned function is called. */
  attach(identity: string, source: Source, element: HTMLVideoElement): () => void {
    return this.#pictures.attach(identity, source, element);
  }

  async startSound(): Promise<void> {
    await this.#connection?.startSound();
  }

  sortBySeat(): void {
    this.state.patch({ slots: this.#slots.sort() });
  }

  dismiss(): void {
    this.state.patch({ failedDevice: null, mutedByHost: false });
  }

  async #connect(): Promise<void> {
    let joined: Joined;
    try {
      joined = await this.#join();
    } catch (error) {
      this.#refusedOrAgain(asProblem(error));
      return;
    }
    if (this.#over()) return;
    const connection = this.#open({
      changed: () => this.#ifCurrent(connection, () => this.#refresh()),
      reconnecting: () => this.#ifCurrent(connection, () => this.state.patch({ phase: 'reconnecting' })),
      reconnected: () => this.#ifCurrent(connection, () => this.#settled()),
      lost: (why) => this.#ifCurrent(connection, () => this.#lost(why)),
      soundBlocked: (soundBlocked) => this.#ifCurrent(connection, () => this.state.patch({ soundBlocked })),
    });
    this.#connection = connection;
    this.#pictures.comeOver(connection);
    try {
      await connection.connect(joined.url, joined.token);
    } catch (error) {
      if (this.#connection === connection) this.#refusedOrAgain(asProblem(error), true);
      return;
    }
    if (this.#connection !== connection) return;
    this.state.patch({ me: joined });
    this.#settled();
    await this.#publish();
  }

  async #publish(): Promise<void> {
    const choices = this.#choices;
    if (choices === null || !this.may('PUBLISH_MEDIA')) {
      return;
    }
    if (choices.speakerId !== undefined) await this.#connection?.speaker(choices.speakerId).catch(() => undefined);
    if (choices.microphone) await this.#switch('microphone', (room) => room.microphone(true, choices.microphoneId));
    if (choices.camera) await this.#switch('camera', (room) => room.camera(true, choices.cameraId));
  }

  async #switch(
    device: 'microphone' | 'camera' | 'screen',
    act: (room: RoomConnection) => Promise<void>,
  ): Promise<void> {
    const connection = this.#connection;
    if (connection === null) return;
    try {
      await act(connection);
      this.state.patch({ failedDevice: null });
    } catch (error) {
      // Closing the screen picker is a decision, not a failure.
      const declined = device === 'screen' && error instanceof Error && error.name === 'NotAllowedError';
      if (this.#connection === connection && !declined) this.state.patch({ failedDevice: device });
    }
    if (this.#connection === connection) this.#refresh();
  }

  /** Somebody gave us another role while we are here: what we may do is asked for again. */
  async #askAgain(): Promise<void> {
    const connection = this.#connection;
    this.#role = { ...this.#role, asked: this.#role.asked + 1 };
    const me = await this.#join().catch(() => null);
    if (me !== null && this.#connection === connection) this.state.patch({ me });
    this.#refresh();
  }

  #settled(): void {
    this.#attempts = 0;
    this.state.patch({ phase: 'connected', problem: null });
    this.#refresh();
  }

  #refresh(): void {
    // Whoever has lost the room knows nothing of the others: nobody left because of that.
    if (this.state.get().phase === 'reconnecting') return;
    this.#pictures.ask();
    const people = this.#connection?.people() ?? [];
    const now = this.#clock.now();
    const slots = this.#slots.update(people, now);
    const local = people.find((person) => person.local);
    if (slots.some((slot) => slot.gone)) this.#later('gone', 5_000, () => this.#refresh());
    const before = this.state.get();
    if (before.me !== null && local?.role && local.role !== before.me.role) {
      if (this.#role.is !== local.role) this.#role = { is: local.role, asked: 0 };
      if (this.#role.asked < ROLE_TRIES) this.#later('role', ROLE_MS, () => void this.#askAgain());
    }
    if (before.microphone && local?.microphone === 'OFF' && this.#choices?.microphone) {
      this.#choices = { ...this.#choices, microphone: false };
      this.state.patch({ mutedByHost: true });
    }
    this.state.patch({
      slots,
      featured: this.#feature(slots, now),
      microphone: local?.microphone === 'ON',
      camera: local?.camera === 'ON',
      screen: local?.screen ?? false,
    });
  }

  #feature(slots: readonly Slot[], now: number): string | null {
    const sharing = slots.find((slot) => slot.screen && !slot.local) ?? slots.find((slot) => slot.screen);
    if (sharing !== undefined) return sharing.identity;
    // Ourselves only while nobody else is here.
    const { featured } = this.state.get();
    const current = slots.find((slot) => slot.identity === featured && !slot.gone && !slot.local);
    if (current?.speaking) {
      this.#spokeAt = now;
      return current.identity;
    }
    const speaking = slots.find((slot) => slot.speaking && !slot.local);
    if (speaking !== undefined) {
      const wait = this.#spokeAt + HOLD_MS - now;
      if (current === undefined || wait <= 0) {
        this.#spokeAt = now;
        return speaking.identity;
      }
      this.#later('hold', wait, () => this.#refresh());
    }
    return current?.identity ?? slots.find((slot) => !slot.gone && !slot.local)?.identity ?? slots[0]?.identity ?? null;
  }

  #lost(why: Lost): void {
    if (why === 'dropped') {
      this.#again();
      return;
    }
    this.#forgetTimers();
    this.#connection = null;
    this.state.patch({ phase: why, slots: [] });
  }

  /** A refusal by the server is final; anything else is tried again for ever. */
  #refusedOrAgain(problem: Problem, room = false): void {
    if (this.#over()) return;
    const final = !room && problem.status >= 400 && problem.status < 500 && problem.status !== 429;
    this.state.patch({ problem });
    if (final) this.state.patch({ phase: 'refused' });
    else this.#again();
  }

  #again(): void {
    const old = this.#connection;
    this.#connection = null;
    void old?.leave().catch(() => undefined);
    const wait = BACKOFF_MS[Math.min(this.#attempts, BACKOFF_MS.length - 1)] ?? 8_000;
    this.#attempts += 1;
    this.state.patch({ phase: this.state.get().me === null ? 'joining' : 'reconnecting' });
    this.#later('again', wait, () => void this.#connect());
  }

  #over(): boolean {
    return ['left', 'removed', 'ended', 'elsewhere', 'refused'].includes(this.state.get().phase);
  }

  #ifCurrent(connection: RoomConnection, act: () => void): void {
    if (this.#connection === connection) act();
  }

  readonly #timers = new Map<string, () => void>();

  #later(name: string, ms: number, run: () => void): void {
    if (this.#timers.has(name)) return;
    this.#timers.set(
      name,
      this.#clock.after(ms, () => {
        this.#timers.delete(name);
        if (!this.#over()) run();
      }),
    );
  }

  #forgetTimers(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }
}
