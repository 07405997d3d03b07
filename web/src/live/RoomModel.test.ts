import { beforeEach, describe, expect, it } from 'vitest';
import type { Joined, Permission } from '@/api';
import { Problem } from '../api/problem.ts';
import { FakeClock, settle } from './fakeClock.ts';
import type { Presence, RoomConnection, RoomListener, Source } from './RoomConnection.ts';
import { person } from './RoomModel.fixture.ts';
import { HOLD_MS, RoomModel } from './RoomModel.ts';

const CHOICES = { microphone: true, camera: true, microphoneId: 'mic-2', cameraId: undefined, speakerId: undefined };

class FakeRoom implements RoomConnection {
  readonly calls: string[] = [];
  everybody: Presence[] = [person('me', { local: true, microphone: 'NONE', camera: 'NONE' })];
  fails: Partial<Record<'connect' | 'microphone' | 'camera' | 'screen', Error>> = {};
  readonly listener: RoomListener;

  constructor(listener: RoomListener) {
    this.listener = listener;
  }

  async connect(url: string, token: string): Promise<void> {
    this.calls.push(`connect ${url} ${token}`);
    if (this.fails.connect) throw this.fails.connect;
  }
  async leave(): Promise<void> {
    this.calls.push('leave');
  }
  people(): Presence[] {
    return this.everybody;
  }
  async microphone(on: boolean, deviceId?: string): Promise<void> {
    this.calls.push(`microphone ${on} ${deviceId}`);
    if (this.fails.microphone) throw this.fails.microphone;
    this.me({ microphone: on ? 'ON' : 'OFF' });
  }
  async camera(on: boolean): Promise<void> {
    this.calls.push(`camera ${on}`);
    if (this.fails.camera) throw this.fails.camera;
    this.me({ camera: on ? 'ON' : 'OFF' });
  }
  async screen(on: boolean): Promise<void> {
    if (this.fails.screen) throw this.fails.screen;
    this.me({ screen: on });
  }
  async speaker(): Promise<void> {}
  want(identity: string, source: Source, on: boolean): void {
    this.calls.push(`want ${identity} ${source} ${on}`);
  }
  attach(): () => void {
    return () => undefined;
  }
  async startSound(): Promise<void> {}

  me(change: Partial<Presence>): void {
    this.everybody = this.everybody.map((each) => (each.local ? { ...each, ...change } : each));
  }
  see(...others: Presence[]): void {
    this.everybody = [...this.everybody.filter((each) => each.local), ...others];
    this.listener.changed();
  }
}

let clock: FakeClock;
let rooms: FakeRoom[];
let joins: number;
let join: () => Promise<Joined>;
let prepare: (room: FakeRoom) => void;
let model: RoomModel;

const joined = (permissions: Permission[]): Joined => ({
  url: '/sfu',
  token: `t${joins}`,
  identity: 'me',
  role: 'HOST',
  name: 'me',
  unit: '',
  post: '',
  permissions,
});

const room = (): FakeRoom => {
  const last = rooms.at(-1);
  if (last === undefined) throw new Error('no room was opened');
  return last;
};

beforeEach(() => {
  clock = new FakeClock(1_000_000);
  rooms = [];
  joins = 0;
  prepare = () => undefined;
  join = async () => {
    joins += 1;
    return joined(['JOIN', 'PUBLISH_MEDIA', 'MODERATE']);
  };
  model = new RoomModel(
    () => join(),
    (listener) => {
      const made = new FakeRoom(listener);
      prepare(made);
      rooms.push(made);
      return made;
    },
    clock,
  );
});

describe('entering', () => {
  it('connects with the server’s token and publishes what was chosen', async () => {
    await model.enter(CHOICES);
    expect(room().calls).toEqual(['connect /sfu t1', 'microphone true mic-2', 'camera true']);
    expect(model.state.get()).toMatchObject({ phase: 'connected', microphone: true, camera: true });
    expect(model.may('MODERATE')).toBe(true);
    expect(model.may('GO_ON_AIR')).toBe(false);
  });

  it('publishes nothing without the permission', async () => {
    join = async () => joined(['JOIN']);
    await model.enter(CHOICES);
    expect(room().calls).toEqual(['connect /sfu t0']);
  });

  it('takes a refusal as final', async () => {
    join = async () => {
      joins += 1;
      throw new Problem(403, 'denied', '안 됩니다.', 'No.');
    };
    await model.enter(CHOICES);
    await clock.advance(60_000);
    expect(model.state.get()).toMatchObject({ phase: 'refused', problem: { ko: '안 됩니다.' } });
    expect(joins).toBe(1);
  });

  it('tries again while the server is away', async () => {
    const good = join;
    join = async () => {
      joins += 1;
      throw new Problem(0, 'offline', '', '');
    };
    await model.enter(CHOICES);
    await clock.advance(10_000);
    expect(joins).toBeGreaterThan(3);
    expect(model.state.get().phase).toBe('joining');
    join = good;
    await clock.advance(10_000);
    expect(model.state.get().phase).toBe('connected');
  });

  it('comes in without the camera when the camera fails, and says so', async () => {
    prepare = (made) => {
      made.fails.camera = new Error('busy');
    };
    await model.enter(CHOICES);
    expect(model.state.get()).toMatchObject({ phase: 'connected', camera: false, failedDevice: 'camera' });
  });
});

describe('a lost connection', () => {
  it('shows that the library reconnects, and its success', async () => {
    await model.enter(CHOICES);
    room().listener.reconnecting();
    expect(model.state.get().phase).toBe('reconnecting');
    room().listener.reconnected();
    expect(model.state.get().phase).toBe('connected');
  });

  it('joins anew with a fresh token when the library gave up, and publishes again', async () => {
    await model.enter(CHOICES);
    await model.setCamera(false);
    room().listener.lost('dropped');
    expect(model.state.get().phase).toBe('reconnecting');
    await clock.advance(1_000);
    expect(rooms).toHaveLength(2);
    expect(room().calls).toEqual(['connect /sfu t2', 'microphone true mic-2']);
    expect(model.state.get().phase).toBe('connected');
  });

  it('asks for the pictures on the screen again when it is over', async () => {
    await model.enter(CHOICES);
    model.want('a', 'camera');
    room().listener.reconnecting();
    const asked = room().calls.length;
    room().listener.reconnected();
    expect(room().calls.slice(asked)).toEqual(['want a camera true']);
    room().listener.lost('dropped');
    await clock.advance(1_000);
    expect(rooms).toHaveLength(2);
    expect(room().calls).toContain('want a camera true');
  });

  it.each(['removed', 'ended', 'elsewhere'] as const)('does not come back after %s', async (why) => {
    await model.enter(CHOICES);
    room().listener.lost(why);
    await clock.advance(60_000);
    expect(model.state.get().phase).toBe(why);
    expect(joins).toBe(1);
  });

  it('does not come back after leaving, whatever the old connection still says', async () => {
    await model.enter(CHOICES);
    const old = room();
    await model.leave();
    old.listener.lost('dropped');
    await clock.advance(60_000);
    expect(model.state.get().phase).toBe('left');
    expect(joins).toBe(1);
  });
});

describe('devices', () => {
  it('notices that somebody else muted us, and not that we did', async () => {
    await model.enter(CHOICES);
    await model.setMicrophone(false);
    expect(model.state.get().mutedByHost).toBe(false);
    await model.setMicrophone(true);
    room().me({ microphone: 'OFF' });
    room().listener.changed();
    expect(model.state.get()).toMatchObject({ microphone: false, mutedByHost: true });
  });

  it('asks again what it may do when its role changes, until server and room agree', async () => {
    await model.enter(CHOICES);
    expect(model.may('SHARE_SCREEN')).toBe(false);
    room().me({ role: 'CHAIR' });
    room().listener.changed();
    await clock.advance(1_000);
    expect(joins).toBeGreaterThan(1);
    expect(model.may('SHARE_SCREEN')).toBe(false);

    join = async () => {
      joins += 1;
      return { ...joined(['JOIN', 'PUBLISH_MEDIA', 'SHARE_SCREEN']), role: 'CHAIR' };
    };
    await clock.advance(2_000);
    expect(model.may('SHARE_SCREEN')).toBe(true);
    expect(model.state.get().phase).toBe('connected');
    const asked = joins;
    await clock.advance(10_000);
    expect(joins).toBe(asked);
    expect(rooms).toHaveLength(1);
  });

  it('does not ask for ever when server and room never agree', async () => {
    await model.enter(CHOICES);
    room().me({ role: 'CHAIR' });
    room().listener.changed();
    await clock.advance(120_000);
    expect(joins).toBeLessThan(15);
  });

  it('does not call a closed screen picker a failure', async () => {
    await model.enter(CHOICES);
    room().fails.screen = Object.assign(new Error('closed'), { name: 'NotAllowedError' });
    await model.setScreen(true);
    expect(model.state.get().failedDevice).toBeNull();
    room().fails.screen = new Error('broken');
    await model.setScreen(true);
    expect(model.state.get().failedDevice).toBe('screen');
  });
});

describe('who is large', () => {
  it('follows the voice, but not before the last one has been quiet for a while', async () => {
    await model.enter(CHOICES);
    room().see(person('a', { speaking: true, seat: 2 }), person('b', { seat: 3 }));
    expect(model.state.get().featured).toBe('a');
    room().see(person('a', { seat: 2 }), person('b', { speaking: true, seat: 3 }));
    expect(model.state.get().featured).toBe('a');
    await clock.advance(HOLD_MS);
    expect(model.state.get().featured).toBe('b');
  });

  it('is never ourselves once somebody else is here, however much we speak', async () => {
    await model.enter(CHOICES);
    expect(model.state.get().featured).toBe('me');
    room().me({ speaking: true });
    room().see(person('a'));
    expect(model.state.get().featured).toBe('a');
  });

  it('puts a shared screen before every voice', async () => {
    await model.enter(CHOICES);
    room().see(person('a', { speaking: true }), person('b', { screen: true }));
    await settle();
    expect(model.state.get().featured).toBe('b');
  });
});
