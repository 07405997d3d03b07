import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createSeries, type Series, updateSeries } from '@/api';
import { koreanDay } from '@/i18n/format.ts';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { RecurrenceFields } from './RecurrenceFields.tsx';
import { faultOf, type Recurrence, readRecurrence, writeRecurrence } from './recurrence.ts';

type OnHolidays = Series['onHolidays'];

const ON_HOLIDAYS: OnHolidays[] = ['MEET', 'SKIP', 'NEXT_WORKING_DAY'];

export function SeriesDialog({ series, onClose }: { series: Series | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState({
    name: series?.name ?? '',
    nameEn: series?.nameEn ?? '',
    startsAt: series?.startsAt ?? '08:30',
    opensMinutesBefore: String(series?.opensMinutesBefore ?? 30),
    minutes: String(series?.minutes ?? 60),
    from: series?.from ?? koreanDay(Date.now()),
  });
  const [recurrence, setRecurrence] = useState<Recurrence>(
    readRecurrence(series?.recurrence ?? 'DAILY') ?? { kind: 'DAILY' },
  );
  const [onHolidays, setOnHolidays] = useState<OnHolidays>(series?.onHolidays ?? 'MEET');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => {
      const body = {
        ...form,
        name: form.name.trim(),
        nameEn: form.nameEn.trim(),
        opensMinutesBefore: Number(form.opensMinutesBefore),
        minutes: Number(form.minutes),
        recurrence: writeRecurrence(recurrence),
        onHolidays,
      };
      return series === null ? createSeries(body) : updateSeries(series.id, body);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['series'] });
      onClose();
    },
  });
  const faults = {
    name: form.name.trim() === '' ? t('field.needed') : undefined,
    nameEn: form.nameEn.trim() === '' ? t('field.nameEnNeeded') : undefined,
    startsAt: /^\d{2}:\d{2}$/.test(form.startsAt) ? undefined : t('field.needed'),
    opens: whole(form.opensMinutesBefore, 0, 720) ? undefined : t('field.range', { from: 0, to: 720 }),
    minutes: whole(form.minutes, 5, 720) ? undefined : t('field.range', { from: 5, to: 720 }),
    from: form.from === '' ? t('field.needed') : undefined,
  };
  const change =
    (key: keyof typeof form) =>
    (event: { target: { value: string } }): void =>
      setForm({ ...form, [key]: event.target.value });
  const shown = (fault: string | undefined): string | undefined => (tried ? fault : undefined);
  const submit = (): void => {
    setTried(true);
    if (Object.values(faults).every((fault) => fault === undefined) && faultOf(recurrence) === null) send.mutate();
  };
  return (
    <FormDialog
      title={t(series === null ? 'series.new' : 'series.edit')}
      error={send.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('field.nameKo')} value={form.name} onChange={change('name')} error={shown(faults.name)} />
      <TextField
        label={t('field.nameEn')}
        value={form.nameEn}
        onChange={change('nameEn')}
        error={shown(faults.nameEn)}
      />
      <div className="field-row">
        <TextField
          label={t('field.startsAt')}
          type="time"
          value={form.startsAt}
          onChange={change('startsAt')}
          error={shown(faults.startsAt)}
        />
        <TextField
          label={t('field.from')}
          type="date"
          value={form.from}
          onChange={change('from')}
          error={shown(faults.from)}
        />
      </div>
      <div className="field-row">
        <TextField
          label={t('series.opensField')}
          inputMode="numeric"
          value={form.opensMinutesBefore}
          onChange={change('opensMinutesBefore')}
          error={shown(faults.opens)}
        />
        <TextField
          label={t('series.minutesField')}
          inputMode="numeric"
          value={form.minutes}
          onChange={change('minutes')}
          error={shown(faults.minutes)}
        />
      </div>
      <RecurrenceFields value={recurrence} onChange={setRecurrence} tried={tried} />
      {recurrence.kind === 'WORKING_DAYS' ? null : (
        <SelectField
          label={t('series.onHolidays')}
          value={onHolidays}
          onChange={(event) => setOnHolidays(event.target.value as OnHolidays)}
        >
          {ON_HOLIDAYS.map((each) => (
            <option key={each} value={each}>
              {t(`onHolidays.${each}`)}
            </option>
          ))}
        </SelectField>
      )}
    </FormDialog>
  );
}

function whole(text: string, from: number, to: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to;
}
