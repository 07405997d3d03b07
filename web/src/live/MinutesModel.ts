import type { FieldEdit, Minutes } from '@/api';
import { DraftModel, type DraftOptions, type DraftState } from './DraftModel.ts';

export type MinutesState = DraftState<Minutes>;

/** The calls this model makes; the generated client by default, a fake in tests. */
export interface MinutesCalls {
  getMinutes(meeting: string): Promise<Minutes>;
  editMinutes(meeting: string, body: { changeId: string; edits: FieldEdit[] }): Promise<Minutes>;
}

/** The minutes of one meeting. What others write, and what the meeting adds, is merged by the server. */
export class MinutesModel extends DraftModel<Minutes> {
  constructor(minutes: Minutes, calls: MinutesCalls, options: DraftOptions) {
    const { meetingId } = minutes;
    super(
      minutes,
      {
        key: `onmaru.minutes.${meetingId}`,
        events: { url: `/api/v1/meetings/${meetingId}/minutes/events`, name: 'minutes' },
        read: () => calls.getMinutes(meetingId),
        write: async (change) => ({ draft: await calls.editMinutes(meetingId, change), overwritten: [] }),
        inField,
      },
      options,
    );
  }
}

function inField(minutes: Minutes, field: string): string {
  return minutes.fields.find((one) => one.field === field)?.value ?? '';
}
