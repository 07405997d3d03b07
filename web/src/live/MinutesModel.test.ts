import { expect, it } from 'vitest';
import type { FieldEdit, Minutes } from '@/api';
import { SEND_MS } from './DraftModel.ts';
import { FakeClock } from './fakeClock.ts';
import { MinutesModel } from './MinutesModel.ts';

const NOTHING = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
const minutes = (revision: number, place: string): Minutes =>
  ({ meetingId: 'm1', revision, fields: [{ field: 'place', value: place, by: '', at: null }] }) as unknown as Minutes;

it('begins from what the meeting told, and shows what the server made of it', async () => {
  const clock = new FakeClock();
  const sent: { changeId: string; edits: FieldEdit[] }[] = [];
  const model = new MinutesModel(
    minutes(3, '영상회의(온마루)'),
    {
      getMinutes: async () => minutes(3, '영상회의(온마루)'),
      editMinutes: async (meeting, body) => {
        expect(meeting).toBe('m1');
        sent.push(body);
        return minutes(4, '영상회의(온마루), 시청 3층');
      },
    },
    { clock, keep: NOTHING, newId: () => 'change-1' },
  );
  expect(model.value('place')).toBe('영상회의(온마루)');
  expect(model.value('votes/meeting')).toBe('');
  model.type('place', '시청 3층');
  await clock.advance(SEND_MS);
  expect(sent).toEqual([
    { changeId: 'change-1', edits: [{ field: 'place', base: '영상회의(온마루)', value: '시청 3층' }] },
  ]);
  expect(model.value('place')).toBe('영상회의(온마루), 시청 3층');
});

it('does not go back to an older state', () => {
  const model = new MinutesModel(
    minutes(5, '둘째'),
    { getMinutes: async () => minutes(5, '둘째'), editMinutes: async () => minutes(5, '둘째') },
    { clock: new FakeClock(), keep: NOTHING, newId: () => 'change-1' },
  );
  model.show(minutes(4, '첫째'));
  expect(model.value('place')).toBe('둘째');
});
