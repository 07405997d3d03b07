import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type EventStream, follow, type Link } from './events.ts';

class FakeStream implements EventStream {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  readonly listeners = new Map<string, (event: { data: string }) => void>();
  addEventListener(type: string, listener: (event: { data: string }) => void): void {
    this.listeners.set(type, listener);
  }
  close(): void {
    this.closed = true;
  }
}

let streams: FakeStream[];
let links: Link[];
let events: unknown[];
let polls: number;
let pollFails: boolean;
const last = (): FakeStream => streams.at(-1) as FakeStream;

beforeEach(() => {
  vi.useFakeTimers();
  streams = [];
  links = [];
  events = [];
  polls = 0;
  pollFails = false;
});

afterEach(() => {
  vi.useRealTimers();
});

const start = () =>
  follow({
    url: '/events',
    names: ['live'],
    onEvent: (name, data) => events.push([name, data]),
    poll: async () => {
      polls += 1;
      if (pollFails) throw new Error('away');
    },
    onLink: (link) => links.push(link),
    open: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
  });

it('hands events on', () => {
  start();
  last().onopen?.();
  last().listeners.get('live')?.({ data: '{"state":"none"}' });
  expect(events).toEqual([['live', { state: 'none' }]]);
  expect(links).toEqual(['live']);
});

it('polls while the stream is down, says which of the two works, and stops when it is back', async () => {
  start();
  last().onerror?.();
  await vi.advanceTimersByTimeAsync(10);
  expect(links.at(-1)).toBe('polling');
  pollFails = true;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(links.at(-1)).toBe('offline');
  last().onopen?.();
  expect(links.at(-1)).toBe('live');
  const before = polls;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(polls).toBe(before);
});

it('opens a new stream again and again, and none after it was stopped', async () => {
  const following = start();
  for (let failure = 0; failure < 6; failure += 1) {
    last().onerror?.();
    await vi.advanceTimersByTimeAsync(15_000);
  }
  expect(streams).toHaveLength(7);
  following.stop();
  expect(last().closed).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(streams).toHaveLength(7);
});
