import { beforeEach, describe, expect, it } from 'vitest';
import type { FloorNow, Link, Meeting, Programme } from '@/api';
import { meeting, programme } from '../../test/mock/fixtures.ts';
import { Problem } from '../api/problem.ts';
import { FakeClock, settle } from './fakeClock.ts';
import { MISMATCH_MS, type ProgrammeCalls, ProgrammeModel, tallyOf } from './ProgrammeModel.ts';

interface Stream {
  onEvent(name: string, data: unknown): void;
  poll(): Promise<void>;
  onLink(link: Link): void;
}

const nobody: FloorNow = { speaking: null, interrupted: null, hands: [] };
const hand = { identity: 'p-2', name: '남궁민수', unit: '세종대왕면', post: '팀장', raisedAt: meeting.startsAt };
const speaking = {
  number: 3,
  kind: 'SPEECH' as const,
  identity: 'p-2',
  name: '남궁민수',
  unit: '세종대왕면',
  post: '팀장',
  itemKey: null,
  since: meeting.startsAt,
  minutes: 5,
  spentSeconds: 0,
};

let clock: FakeClock;
let stream: Stream;
let calls: ProgrammeCalls;
let asked: string[];
let model: ProgrammeModel;
const off: Programme = { ...programme, state: 'OFF_AIR', wanted: 'OFF_AIR', tally: 'OFF_AIR' };

beforeEach(() => {
  clock = new FakeClock();
  asked = [];
  const say =
    <T>(name: string, answer: T) =>
    async (): Promise<T> => {
      asked.push(name);
      return answer;
    };
  calls = {
    getMeeting: say('meeting', meeting),
    getProgramme: say('programme', off),
    getSlide: say('slide', { slide: null, chart: null, mayShow: true, files: [] }),
    listParticipants: say('participants', []),
    goOnAir: say('on-air', { ...off, wanted: 'ON_AIR' }),
    goOffAir: say('off-air', off),
    setStage: say('stage', { ...off, layout: 'SPEAKER' }),
    startMeeting: say('start', meeting),
    adjournMeeting: say('adjourn', { ...meeting, state: 'ADJOURNED' } satisfies Meeting),
    muteAll: say('mute-all', { muted: 11 }),
    muteParticipant: say('mute', undefined),
    removeParticipant: say('remove', undefined),
    listRemoved: say('removed', []),
    letInAgain: say('let-in', undefined),
    getFloor: say('floor', { ...nobody, turns: [], totals: [] }),
    raiseHand: say('raise', { ...nobody, hands: [hand] }),
    lowerHand: say('lower', nobody),
    lowerHandOf: async (_, identity) => {
      asked.push(`lower ${identity}`);
      return nobody;
    },
    callNext: async (_, { seen }) => {
      asked.push(`next after ${seen}`);
      return { ...nobody, speaking };
    },
    giveFloor: async (_, { identity, seen }) => {
      asked.push(`give ${identity} after ${seen}`);
      return { ...nobody, speaking };
    },
    askBetween: async (_, { identity, seen }) => {
      asked.push(`ask ${identity} after ${seen}`);
      return { ...nobody, speaking };
    },
    endTurn: async (_, number) => {
      asked.push(`end ${number}`);
      return nobody;
    },
  };
  model = new ProgrammeModel(
    'm1',
    calls,
    (what) => {
      stream = what;
      return { stop: () => undefined };
    },
    clock,
  );
  model.start();
});

describe('the slide', () => {
  it('is what the events say, and is asked for while they do not come', async () => {
    const slide = { attachmentId: 'f1', name: '계획.pdf', page: 3, pages: 12, open: true };
    stream.onEvent('slide', { slide, mayShow: false, files: [] });
    expect(model.state.get().slide?.slide).toEqual(slide);
    await stream.poll();
    expect(asked).toContain('slide');
    expect(model.state.get().slide).toEqual({ slide: null, chart: null, mayShow: true, files: [] });
  });
});

describe('the floor', () => {
  it('is what the events say, and every change names the turn it was seen with', async () => {
    expect(model.state.get().floor).toBeNull();
    stream.onEvent('floor', { ...nobody, hands: [hand] });
    expect(model.state.get().floor?.hands).toEqual([hand]);
    await model.callNext();
    expect(model.state.get().floor?.speaking).toEqual(speaking);
    await model.askBetween('p-9');
    await model.giveFloor('p-2');
    await model.endTurn();
    await model.endTurn();
    await model.lowerHand('p-2');
    expect(asked).toEqual(['next after null', 'ask p-9 after 3', 'give p-2 after 3', 'end 3', 'lower p-2']);
    await model.raiseHand();
    expect(model.state.get().floor?.hands).toEqual([hand]);
    await model.lowerHand();
    expect(model.state.get().floor).toEqual(nobody);
    await stream.poll();
    expect(asked).toContain('floor');
  });
});

describe('the agenda', () => {
  it('is asked for again whenever an item comes or goes', () => {
    const item = { key: 'a', title: '가', titleEn: 'a', unit: '', minutes: 5, open: true, startedAt: meeting.startsAt };
    stream.onEvent('item', { item });
    expect(model.state.get()).toMatchObject({ item, agendaVersion: 1 });
    stream.onEvent('item', { item: null });
    expect(model.state.get()).toMatchObject({ item: null, agendaVersion: 2 });
  });
});

describe('the frame around the page', () => {
  it.each([
    [false, 'ON_AIR', 'on-air'],
    [false, 'OFF_AIR', 'off-air'],
    [true, 'OFF_AIR', 'rehearsal'],
    [true, 'ON_AIR', 'rehearsal-on-air'],
  ] as const)('rehearsal %s and tally %s show %s', (rehearsal, tally, shown) => {
    expect(tallyOf({ meeting: { ...meeting, rehearsal }, programme: { ...programme, tally } })).toBe(shown);
  });

  it('shows what goes out, not what is wished', () => {
    expect(tallyOf({ meeting, programme: { ...off, wanted: 'ON_AIR' } })).toBe('off-air');
  });

  it('says that it does not know rather than guess', () => {
    expect(tallyOf({ meeting: null, programme: null })).toBe('unknown');
    expect(tallyOf({ meeting, programme: null })).toBe('unknown');
  });
});

describe('following', () => {
  it('takes events and polls alike', async () => {
    stream.onEvent('programme', programme);
    expect(model.state.get().programme?.tally).toBe('ON_AIR');
    await stream.poll();
    expect(model.state.get()).toMatchObject({ programme: { tally: 'OFF_AIR' }, meeting: { id: 'm1' } });
  });

  it('raises a mismatch only when it lasts, and drops it when it ends', async () => {
    stream.onEvent('programme', { ...programme, wanted: 'OFF_AIR' });
    await clock.advance(MISMATCH_MS - 1);
    stream.onEvent('programme', { ...programme, wanted: 'OFF_AIR' });
    expect(model.state.get().mismatch).toBe(false);
    await clock.advance(1);
    expect(model.state.get().mismatch).toBe(true);
    stream.onEvent('programme', off);
    expect(model.state.get().mismatch).toBe(false);
  });
});

describe('the host’s hand', () => {
  it('shows the server’s answer at once', async () => {
    await model.goOnAir();
    expect(model.state.get()).toMatchObject({ busy: null, programme: { wanted: 'ON_AIR' } });
  });

  it('goes off air while another request hangs', async () => {
    calls.setStage = () => new Promise(() => undefined);
    void model.setLayout('SPEAKER');
    await settle();
    await model.goOnAir();
    expect(asked).not.toContain('on-air');
    await model.goOffAir();
    expect(asked).toContain('off-air');
  });

  it('keeps a refusal to show, and is ready again', async () => {
    calls.goOnAir = async () => {
      throw new Problem(409, 'no-programme', '방송이 준비되지 않았습니다.', 'Not ready.');
    };
    await model.goOnAir();
    expect(model.state.get()).toMatchObject({ busy: null, problem: { ko: '방송이 준비되지 않았습니다.' } });
  });

  it('tells how many were muted', async () => {
    await model.muteAll();
    expect(model.state.get().muted).toBe(11);
    model.dismiss();
    expect(model.state.get().muted).toBeNull();
  });

  it('knows who was removed, and lets them in again', async () => {
    const removal = { identity: 'p-9', name: '황보혜린', at: meeting.startsAt, by: '이서연' };
    calls.listRemoved = async () => (asked.includes('let-in') ? [] : [removal]);
    await model.remove('p-9');
    expect(model.state.get().removed).toEqual([removal]);
    await model.letInAgain(removal);
    expect(model.state.get()).toMatchObject({ removed: [], letIn: '황보혜린', problem: null });
  });
});
