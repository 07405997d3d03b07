import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { letDayFollow, makeDayDiffer, type SeriesDay } from '@/api';
import { dateOf } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { refreshSeries } from './queries.ts';
import { DayReason } from './SeriesDays.tsx';

type Kind = NonNullable<SeriesDay['different']>;

interface Props {
  series: string;
  day: SeriesDay;
  onClose: () => void;
}

/** One day that differs from the rule: called off, at another hour, or one more. */
export function DayDialog({ series, day, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  // What can be decided depends on whether the rule says that the series meets; a day decided before is open to all.
  const kinds: Kind[] =
    day.different !== null
      ? ['CANCELLED', 'MOVED', 'EXTRA']
      : day.startsAt === null
        ? ['EXTRA']
        : ['CANCELLED', 'MOVED'];
  const [kind, setKind] = useState<Kind>(day.different ?? kinds[0] ?? 'CANCELLED');
  const [startsAt, setStartsAt] = useState(day.startsAt ?? '08:30');
  const [reason, setReason] = useState(day.reason ?? '');
  const [tried, setTried] = useState(false);
  const onSuccess = async (): Promise<void> => {
    await refreshSeries(queries);
    onClose();
  };
  const send = useMutation({
    mutationFn: () =>
      makeDayDiffer(series, day.date, {
        kind,
        startsAt: kind === 'CANCELLED' ? null : startsAt,
        reason: reason.trim(),
      }),
    onSuccess,
  });
  const follow = useMutation({ mutationFn: () => letDayFollow(series, day.date), onSuccess });
  const faults = {
    startsAt: kind === 'CANCELLED' || /^\d{2}:\d{2}$/.test(startsAt) ? undefined : t('field.needed'),
    reason: reason.trim() === '' ? t('days.reasonNeeded') : undefined,
  };
  const submit = (): void => {
    setTried(true);
    if (faults.startsAt === undefined && faults.reason === undefined) send.mutate();
  };
  return (
    <FormDialog
      title={t('days.changeOf', { date: dateOf(day.date) })}
      error={send.error ?? follow.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
      more={
        day.different === null ? null : (
          <Button kind="text" busy={follow.isPending} onClick={() => follow.mutate()}>
            {t('days.follow')}
          </Button>
        )
      }
    >
      <DayReason day={day} />
      <SelectField label={t('days.kind')} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
        {kinds.map((each) => (
          <option key={each} value={each}>
            {t(`days.kinds.${each}`)}
          </option>
        ))}
      </SelectField>
      {kind === 'CANCELLED' ? null : (
        <TextField
          label={t('field.startsAt')}
          type="time"
          value={startsAt}
          onChange={(event) => setStartsAt(event.target.value)}
          error={tried ? faults.startsAt : undefined}
        />
      )}
      <TextField
        label={t('days.reason')}
        hint={t('days.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried ? faults.reason : undefined}
      />
    </FormDialog>
  );
}
