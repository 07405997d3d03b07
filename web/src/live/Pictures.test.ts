import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from './fakeClock.ts';
import { KEEP_MS, Pictures } from './Pictures.ts';
import type { RoomConnection } from './RoomConnection.ts';

const ELEMENT = 'an element' as unknown as HTMLVideoElement;

let clock: FakeClock;
let pictures: Pictures;
let calls: string[];

function room(name: string): RoomConnection {
  const told: Pick<RoomConnection, 'want' | 'attach'> = {
    want: (identity, source, on) => calls.push(`${name}: ${on ? 'want' : 'give back'} ${identity} ${source}`),
    attach: (identity, source) => {
      calls.push(`${name}: show ${identity} ${source}`);
      return () => calls.push(`${name}: hide ${identity} ${source}`);
    },
  };
  return told as RoomConnection;
}

beforeEach(() => {
  clock = new FakeClock(1_000_000);
  pictures = new Pictures(clock);
  pictures.comeOver(room('first'));
  calls = [];
});

describe('a picture', () => {
  it('is given back a while after nobody looks at it any more', async () => {
    const end = pictures.want('a', 'camera');
    expect(calls).toEqual(['first: want a camera']);
    end();
    await clock.advance(KEEP_MS - 1);
    expect(calls).toHaveLength(1);
    await clock.advance(1);
    expect(calls.slice(1)).toEqual(['first: give back a camera']);
    pictures.ask();
    expect(calls).toHaveLength(2);
  });

  it('stays while it is seen in another place', async () => {
    const large = pictures.want('a', 'camera');
    const strip = pictures.want('a', 'camera');
    large();
    await clock.advance(10 * KEEP_MS);
    expect(calls).not.toContain('first: give back a camera');
    strip();
    await clock.advance(KEEP_MS);
    expect(calls).toContain('first: give back a camera');
  });

  it('stays when it goes from one view to another', async () => {
    pictures.want('a', 'camera')();
    await clock.advance(KEEP_MS / 2);
    pictures.want('a', 'camera');
    await clock.advance(10 * KEEP_MS);
    expect(calls).not.toContain('first: give back a camera');
  });

  it('is asked for again, because whoever sends it may have come back', () => {
    pictures.want('a', 'camera');
    pictures.ask();
    expect(calls).toEqual(['first: want a camera', 'first: want a camera']);
  });
});

describe('another connection', () => {
  it('brings what was wanted before, to where it was shown', async () => {
    pictures.want('a', 'camera');
    const end = pictures.attach('a', 'camera', ELEMENT);
    calls = [];
    pictures.comeOver(room('second'));
    expect(calls).toEqual(['second: show a camera', 'second: want a camera']);
    end();
    expect(calls.at(-1)).toBe('second: hide a camera');
  });
});
