import {
  asProblem,
  type FloorAnswer,
  type FloorNow,
  type Following,
  follow,
  type Layout,
  type Link,
  type Meeting,
  type Participant,
  type Problem,
  type Programme,
  type Removal,
  type SlideAnswer,
} from '@/api';
import { type Clock, wallClock } from './clock.ts';
import { Watched } from './watched.ts';

/** The colour and the word around the whole page. Unknown never looks like on air's opposite: it has its own. */
export type Tally = 'on-air' | 'off-air' | 'rehearsal' | 'rehearsal-on-air' | 'unknown';

/** What the meeting is talking about, as its events tell it. */
export interface CurrentItem {
  key: string;
  title: string;
  titleEn: string;
  /** Who presents it; empty when nobody in particular. */
  unit: string;
  /** Allotted. */
  minutes: number;
  /** Whether citizens may see it. */
  open: boolean;
  startedAt: string;
}

export interface ProgrammeState {
  link: Link | 'connecting';
  item: CurrentItem | null;
  /** Grows whenever the agenda may be another. */
  agendaVersion: number;
  meeting: Meeting | null;
  programme: Programme | null;
  participants: Participant[];
  /** Who was removed and may be let in again; known once asked for. */
  removed: Removal[];
  /** What was asked and has not been answered yet. */
  busy:
    | 'on-air'
    | 'off-air'
    | 'layout'
    | 'start'
    | 'adjourn'
    | 'mute-all'
    | 'mute'
    | 'remove'
    | 'let-in'
    | 'floor'
    | null;
  /** The programme does not do what was asked, for longer than a switch takes. */
  mismatch: boolean;
  problem: Problem | null;
  /** What the last mass action did. */
  muted: number | null;
  /** Who may come back in. */
  letIn: string | null;
  /** When a directive of this meeting's series last changed; null while unknown, and for those who may not see any. */
  directivesAt: string | null;
  /** What stands on the stage and whether I may change it; null while unknown. */
  slide: SlideAnswer | null;
  /** Who has the floor and who asks for it; null while unknown. */
  floor: FloorNow | null;
}

/** The calls this model makes; the generated client by default, a fake in tests. */
export interface ProgrammeCalls {
  getMeeting(id: string): Promise<Meeting>;
  getProgramme(id: string): Promise<Programme>;
  getSlide(id: string): Promise<SlideAnswer>;
  listParticipants(id: string): Promise<Participant[]>;
  goOnAir(id: string): Promise<Programme>;
  goOffAir(id: string): Promise<Programme>;
  setStage(id: string, body: { layout: Layout }): Promise<Programme>;
  startMeeting(id: string): Promise<Meeting>;
  adjournMeeting(id: string): Promise<Meeting>;
  muteAll(id: string): Promise<{ muted: number }>;
  muteParticipant(id: string, identity: string, body: { kind: 'MICROPHONE' | 'CAMERA' }): Promise<unknown>;
  removeParticipant(id: string, identity: string): Promise<unknown>;
  listRemoved(id: string): Promise<Removal[]>;
  letInAgain(id: string, identity: string): Promise<unknown>;
  getFloor(id: string): Promise<FloorAnswer>;
  raiseHand(id: string): Promise<FloorNow>;
  lowerHand(id: string): Promise<FloorNow>;
  lowerHandOf(id: string, identity: string): Promise<FloorNow>;
  callNext(id: string, body: { seen: number | null; minutes: number | null }): Promise<FloorNow>;
  giveFloor(id: string, body: { identity: string; seen: number | null; minutes: number | null }): Promise<FloorNow>;
  askBetween(id: string, body: { identity: string; seen: number | null }): Promise<FloorNow>;
  endTurn(id: string, number: number): Promise<FloorNow>;
}

/** A gate moves within a frame; three seconds of disagreement is a fault somebody must see. */
export const MISMATCH_MS = 3_000;

/** What goes out and who is in the meeting, followed live, and the host's hand on it. */
export class ProgrammeModel {
  readonly state = new Watched<ProgrammeState>({
    link: 'connecting',
    item: null,
    agendaVersion: 0,
    meeting: null,
    programme: null,
    participants: [],
    removed: [],
    busy: null,
    mismatch: false,
    problem: null,
    muted: null,
    letIn: null,
    directivesAt: null,
    slide: null,
    floor: null,
  });
  readonly #id: string;
  readonly #calls: ProgrammeCalls;
  readonly #follow: typeof follow;
  readonly #clock: Clock;
  #following: Following | null = null;
  #cancelMismatch: (() => void) | null = null;

  constructor(id: string, calls: ProgrammeCalls, follows: typeof follow = follow, clock: Clock = wallClock) {
    this.#id = id;
    this.#calls = calls;
    this.#follow = follows;
    this.#clock = clock;
  }

  start(): void {
    this.#following ??= this.#follow({
      url: `/api/v1/meetings/${this.#id}/events`,
      names: ['meeting', 'programme', 'item', 'slide', 'participants', 'directives', 'floor'],
      onEvent: (name, data) => this.#event(name, data),
      poll: () => this.#poll(),
      onLink: (link) => this.state.patch({ link }),
    });
  }

  stop(): void {
    this.#following?.stop();
    this.#following = null;
    this.#cancelMismatch?.();
    this.#cancelMismatch = null;
  }

  goOnAir(): Promise<void> {
    return this.#act('on-air', async () => this.#programme(await this.#calls.goOnAir(this.#id)));
  }

  goOffAir(): Promise<void> {
    return this.#act('off-air', async () => this.#programme(await this.#calls.goOffAir(this.#id)));
  }

  setLayout(layout: Layout): Promise<void> {
    return this.#act('layout', async () => this.#programme(await this.#calls.setStage(this.#id, { layout })));
  }

  startMeeting(): Promise<void> {
    return this.#act('start', async () => {
      this.state.patch({ meeting: await this.#calls.startMeeting(this.#id) });
    });
  }

  adjourn(): Promise<void> {
    return this.#act('adjourn', async () => {
      this.state.patch({ meeting: await this.#calls.adjournMeeting(this.#id) });
    });
  }

  muteAll(): Promise<void> {
    return this.#act('mute-all', async () => {
      this.state.patch({ muted: (await this.#calls.muteAll(this.#id)).muted });
    });
  }

  mute(identity: string, kind: 'MICROPHONE' | 'CAMERA'): Promise<void> {
    return this.#act('mute', async () => void (await this.#calls.muteParticipant(this.#id, identity, { kind })));
  }

  remove(identity: string): Promise<void> {
    return this.#act('remove', async () => {
      await this.#calls.removeParticipant(this.#id, identity);
      await this.#removed();
    });
  }

  letInAgain({ identity, name }: Removal): Promise<void> {
    return this.#act('let-in', async () => {
      await this.#calls.letInAgain(this.#id, identity);
      this.state.patch({ letIn: name });
      await this.#removed();
    });
  }

  raiseHand(): Promise<void> {
    return this.#onFloor(() => this.#calls.raiseHand(this.#id));
  }

  /** One's own hand, or somebody else's. */
  lowerHand(identity?: string): Promise<void> {
    return this.#onFloor(() =>
      identity === undefined ? this.#calls.lowerHand(this.#id) : this.#calls.lowerHandOf(this.#id, identity),
    );
  }

  /** Whoever asked first gets the floor. */
  callNext(): Promise<void> {
    return this.#onFloor(() => this.#calls.callNext(this.#id, { seen: this.#turn(), minutes: null }));
  }

  giveFloor(identity: string): Promise<void> {
    return this.#onFloor(() => this.#calls.giveFloor(this.#id, { identity, seen: this.#turn(), minutes: null }));
  }

  /** Somebody asks in between; whoever speaks waits, and goes on afterwards. */
  askBetween(identity: string): Promise<void> {
    return this.#onFloor(() => this.#calls.askBetween(this.#id, { identity, seen: this.#turn() }));
  }

  /** Ends the turn that lasts. */
  async endTurn(): Promise<void> {
    const number = this.#turn();
    if (number !== null) await this.#onFloor(() => this.#calls.endTurn(this.#id, number));
  }

  /** The turn that is seen here: two who press at once do not do it twice. */
  #turn(): number | null {
    return this.state.get().floor?.speaking?.number ?? null;
  }

  #onFloor(change: () => Promise<FloorNow>): Promise<void> {
    return this.#act('floor', async () => this.state.patch({ floor: await change() }));
  }

  /** Asks who was removed; the events do not tell. A failure shows with the next act, not for this. */
  async askRemoved(): Promise<void> {
    await this.#removed().catch(() => undefined);
  }

  /** What the server answered whoever changed the stage here; the events tell everybody else. */
  slideIs(slide: SlideAnswer): void {
    this.state.patch({ slide });
  }

  dismiss(): void {
    this.state.patch({ problem: null, muted: null, letIn: null });
  }

  async #removed(): Promise<void> {
    this.state.patch({ removed: await this.#calls.listRemoved(this.#id) });
  }

  async #act(busy: NonNullable<ProgrammeState['busy']>, act: () => Promise<void>): Promise<void> {
    // Off air must never wait behind another request.
    if (this.state.get().busy !== null && busy !== 'off-air') return;
    this.state.patch({ busy, problem: null, muted: null, letIn: null });
    try {
      await act();
    } catch (error) {
      this.state.patch({ problem: asProblem(error) });
    } finally {
      if (this.state.get().busy === busy) this.state.patch({ busy: null });
    }
  }

  #event(name: string, data: unknown): void {
    if (name === 'meeting') this.state.patch({ meeting: data as Meeting });
    else if (name === 'programme') this.#programme(data as Programme);
    else if (name === 'item') this.#item((data as { item: CurrentItem | null }).item);
    else if (name === 'slide') this.slideIs(data as SlideAnswer);
    else if (name === 'participants') this.state.patch({ participants: data as Participant[] });
    else if (name === 'floor') this.state.patch({ floor: data as FloorNow });
    else if (name === 'directives') {
      this.state.patch({ directivesAt: (data as { changedAt: string | null }).changedAt });
    }
  }

  async #poll(): Promise<void> {
    const meeting = await this.#calls.getMeeting(this.#id);
    this.state.patch({ meeting });
    this.#programme(await this.#calls.getProgramme(this.#id));
    this.slideIs(await this.#calls.getSlide(this.#id));
    this.state.patch({ floor: await this.#calls.getFloor(this.#id) });
    this.state.patch({ agendaVersion: this.state.get().agendaVersion + 1 });
    if (meeting.myPermissions.includes('SEE_INTERNAL') || meeting.myPermissions.includes('MODERATE')) {
      this.state.patch({ participants: await this.#calls.listParticipants(this.#id) });
    }
  }

  #item(item: CurrentItem | null): void {
    this.state.patch({ item, agendaVersion: this.state.get().agendaVersion + 1 });
  }

  #programme(programme: Programme): void {
    this.state.patch({ programme });
    if (programme.wanted === programme.tally || programme.state === 'NONE') {
      this.#cancelMismatch?.();
      this.#cancelMismatch = null;
      this.state.patch({ mismatch: false });
      return;
    }
    this.#cancelMismatch ??= this.#clock.after(MISMATCH_MS, () => this.state.patch({ mismatch: true }));
  }
}

export function tallyOf(state: Pick<ProgrammeState, 'meeting' | 'programme'>): Tally {
  const { meeting, programme } = state;
  if (meeting === null || programme === null) return 'unknown';
  const onAir = programme.tally === 'ON_AIR';
  if (meeting.rehearsal) return onAir ? 'rehearsal-on-air' : 'rehearsal';
  return onAir ? 'on-air' : 'off-air';
}
