import { beforeEach, expect, it } from 'vitest';
import { type EditedReport, type FieldEdit, type Overwritten, offline, Problem, type Report } from '@/api';
import { AGAIN_MS, type Keep, SEND_MS } from './DraftModel.ts';
import { FakeClock, settle } from './fakeClock.ts';
import { emptyReport } from './ReportModel.fixture.ts';
import { ReportModel } from './ReportModel.ts';

class Memory implements Keep {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

interface Sent {
  changeId: string;
  edits: FieldEdit[];
}

let clock: FakeClock;
let memory: Memory;
let sent: Sent[];
let answer: (change: Sent) => Promise<EditedReport>;
let ids: number;

/** What the server answers when that stands in the situation. */
const stands = (value: string, revision: number, overwritten: Overwritten[] = []): EditedReport => ({
  report: { ...emptyReport, situation: value, revision },
  overwritten,
});
const model = (report: Report = emptyReport): ReportModel =>
  new ReportModel(
    report,
    {
      getReport: async () => report,
      editReport: async (_series, _report, body) => {
        sent.push(body);
        return answer(body);
      },
    },
    {
      clock,
      keep: memory,
      newId: () => {
        ids += 1;
        return `change-${ids}`;
      },
    },
  );

beforeEach(() => {
  clock = new FakeClock();
  memory = new Memory();
  sent = [];
  ids = 0;
  answer = async (change) => stands(change.edits[0]?.value ?? '', sent.length);
});

it('sends what was typed shortly after the last letter, once', async () => {
  const report = model();
  report.type('situation', '눈');
  report.type('situation', '눈이');
  expect(report.value('situation')).toBe('눈이');
  expect(report.state.get().saving).toBe('saving');
  await clock.advance(SEND_MS);
  expect(sent).toEqual([{ changeId: 'change-1', edits: [{ field: 'situation', base: '', value: '눈이' }] }]);
  expect(report.state.get().saving).toBe('saved');
  expect(report.state.get().typed).toEqual({});
  expect(memory.items.size).toBe(0);
});

it('takes what it sent as the base of what is typed before the answer comes', async () => {
  let arrive: (answer: EditedReport) => void = () => {};
  answer = () =>
    new Promise((resolve) => {
      arrive = resolve;
    });
  const report = model();
  report.type('situation', '눈이');
  await clock.advance(SEND_MS);
  report.type('situation', '눈이 많이');
  arrive(stands('강풍\n눈이', 2));
  await settle();
  expect(report.value('situation')).toBe('눈이 많이');
  answer = async () => stands('강풍\n눈이 많이', 3);
  await clock.advance(SEND_MS);
  expect(sent[1]?.edits).toEqual([{ field: 'situation', base: '눈이', value: '눈이 많이' }]);
  expect(report.value('situation')).toBe('강풍\n눈이 많이');
});

it('keeps what could not be sent and sends it again under the same id', async () => {
  answer = async () => {
    throw offline();
  };
  const report = model();
  report.type('situation', '눈');
  await clock.advance(SEND_MS);
  expect(report.state.get().saving).toBe('unsent');
  report.type('situation', '눈 3cm');
  answer = async (change) => stands(change.edits[0]?.value ?? '', 1);
  await clock.advance(AGAIN_MS);
  await clock.advance(SEND_MS);
  expect(sent.map((change) => [change.changeId, change.edits[0]?.base, change.edits[0]?.value])).toEqual([
    ['change-1', '', '눈'],
    ['change-1', '', '눈'],
    ['change-2', '눈', '눈 3cm'],
  ]);
  expect(report.state.get().saving).toBe('saved');
});

it('survives a reload without a connection', async () => {
  answer = async () => {
    throw offline();
  };
  const before = model();
  before.type('situation', '정전');
  await clock.advance(SEND_MS);
  before.type('severity', 'SEVERE');
  before.stop();

  answer = async (change) => stands(change.edits[0]?.value ?? '', sent.length);
  const after = model();
  expect(after.value('situation')).toBe('정전');
  expect(after.value('severity')).toBe('SEVERE');
  expect(after.state.get().saving).toBe('unsent');
  await after.flush();
  expect(sent.slice(1).map((change) => change.changeId)).toEqual(['change-1', 'change-2']);
  expect(after.state.get().saving).toBe('saved');
  expect(memory.items.size).toBe(0);
});

it('goes on showing what was refused, and does not send it again by itself', async () => {
  answer = async () => {
    throw new Problem(403, 'not-allowed', '권한이 없습니다.', 'Not allowed.');
  };
  const report = model();
  report.type('situation', '눈');
  await clock.advance(SEND_MS + 10 * AGAIN_MS);
  expect(sent).toHaveLength(1);
  expect(report.state.get().saving).toBe('refused');
  expect(report.value('situation')).toBe('눈');
  expect(report.state.get().problem?.code).toBe('not-allowed');
});

it('does not file what has not arrived', async () => {
  answer = async () => {
    throw offline();
  };
  const report = model();
  report.type('situation', '눈');
  await expect(report.flush()).rejects.toMatchObject({ code: 'offline' });
});

it('shows what others write, never an older state, and whose value was replaced', async () => {
  const report = model();
  report.show({ ...emptyReport, revision: 5, situation: '둘째' });
  report.show({ ...emptyReport, revision: 4, situation: '첫째' });
  expect(report.value('situation')).toBe('둘째');
  const overwritten = [{ field: 'situation', value: '3', by: '문초롱', at: '2026-11-22T22:00:00Z' }];
  answer = async () => stands('', 6, overwritten);
  report.type('figure/snow.depth/toDate', '4');
  await clock.advance(SEND_MS);
  expect(report.state.get().overwritten).toEqual(overwritten);
});

it('works where the device refuses to keep anything', async () => {
  memory.setItem = () => {
    throw new Error('full');
  };
  memory.getItem = () => '{nonsense';
  const report = model();
  report.type('situation', '눈');
  await clock.advance(SEND_MS);
  expect(report.state.get().saving).toBe('saved');
});
