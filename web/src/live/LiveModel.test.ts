import { describe, expect, it } from 'vitest';
import type { follow, Live } from '@/api';
import { FakeClock, settle } from './fakeClock.ts';
import { LiveModel } from './LiveModel.ts';

/** A server whose clock is five seconds ahead and whose answers take their time. */
class SlowServer {
  readonly clock = new FakeClock(100_000);
  readonly delays: number[];
  asked = 0;
  tell: (live: Live) => void = () => undefined;

  constructor(delays: number[]) {
    this.delays = delays;
  }

  now(): Live {
    const serverTime = new Date(this.clock.now() + 5_000).toISOString();
    return { state: 'off-air', meeting: null, title: null, hls: null, serverTime } as unknown as Live;
  }

  readonly fetch = (): Promise<Live> => {
    const live = this.now();
    const delay = this.delays[this.asked++] ?? 0;
    return new Promise((answer) => this.clock.after(delay, () => answer(live)));
  };

  readonly follow: typeof follow = (what) => {
    this.tell = (live) => what.onEvent('live', live);
    return { stop: () => undefined };
  };

  model(first: Live | null = null): LiveModel {
    return new LiveModel(this.fetch, first, this.follow, this.clock);
  }
}

describe('following what is on the air', () => {
  it('asks the time again until it is sure', async () => {
    const server = new SlowServer([2_000, 1_000, 100, 0]);
    const model = server.model();
    model.start();
    await server.clock.advance(2_000);
    expect(model.state.get().serverAhead).toBe(4_000);
    await server.clock.advance(4_000);
    expect(model.state.get().serverAhead).toBe(4_500);
    await server.clock.advance(3_100);
    expect(model.state.get().serverAhead).toBe(4_950);
    await server.clock.advance(60_000);
    expect(server.asked).toBe(3);
  });

  it('does not ask for ever, nor when nobody looks any more', async () => {
    const patient = new SlowServer(Array(99).fill(2_000));
    patient.model().start();
    await patient.clock.advance(120_000);
    expect(patient.asked).toBe(10);

    const left = new SlowServer(Array(99).fill(2_000));
    const model = left.model();
    model.start();
    await left.clock.advance(2_500);
    model.stop();
    await left.clock.advance(60_000);
    expect(left.asked).toBe(1);
  });

  it('begins with what is known, and says what it hears', async () => {
    const server = new SlowServer([1_000]);
    const known = { ...server.now(), title: 'known' };
    const model = server.model(known);
    expect(model.state.get().live?.title).toBe('known');
    model.start();
    await server.clock.advance(1_000);
    expect(model.state.get()).toMatchObject({ live: { title: null }, serverAhead: expect.any(Number) });
  });

  it('learns from what it is told unasked', async () => {
    const server = new SlowServer([2_000]);
    const model = server.model();
    model.start();
    server.tell(server.now());
    await settle();
    expect(model.state.get().serverAhead).toBe(5_000);
  });
});
