import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createMeeting, type Series } from '@/api';
import { SeriesField } from '@/features/series/SeriesField.tsx';
import { koreanDay, timeOf } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { CheckField, TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';

interface Props {
  series: Series[];
  rehearsal: boolean;
  onClose: () => void;
}

/** A second sitting of a series, or a rehearsal that leaves no public trace. */
export function NewMeetingDialog({ series, rehearsal, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [seriesId, setSeriesId] = useState(series[0]?.id ?? '');
  const [date, setDate] = useState(koreanDay(Date.now()));
  const [startsAt, setStartsAt] = useState(() => timeOf(Date.now() + 300_000));
  const [closed, setClosed] = useState(false);
  const send = useMutation({
    mutationFn: () => createMeeting({ seriesId, date, startsAt, rehearsal, broadcast: closed ? false : null }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['meetings'] });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Dialog title={t(rehearsal ? 'desk.newRehearsal' : 'desk.newSitting')} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{t(rehearsal ? 'desk.rehearsalText' : 'desk.sittingText')}</p>
        <ProblemNotice error={send.error} />
        <SeriesField series={series} value={seriesId} onChange={setSeriesId} />
        <div className="field-row">
          <TextField
            label={t('field.date')}
            type="date"
            required
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          <TextField
            label={t('field.startsAt')}
            type="time"
            required
            value={startsAt}
            onChange={(event) => setStartsAt(event.target.value)}
          />
        </div>
        {rehearsal ? null : (
          <CheckField label={t('desk.closed')} checked={closed} onChange={(event) => setClosed(event.target.checked)} />
        )}
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {t('action.back')}
          </Button>
          <Button type="submit" busy={send.isPending}>
            {t('action.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
