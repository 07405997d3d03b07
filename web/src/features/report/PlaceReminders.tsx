import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReminderAnswer, type ReminderDelivery, type RemindersAnswer, remind } from '@/api';
import { timeOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { remindersQuery } from './queries.ts';

interface Props {
  series: string;
  date: string;
  cutOff: string;
  unit: { id: string; name: string };
  /** Whether its report is due today and not filed. */
  due: boolean;
  reminders: RemindersAnswer;
}

/** Who of a unit was reminded, for those who run the series; and a button to do it now. */
export function PlaceReminders({ series, date, cutOff, unit, due, reminders }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () => remind(series, { date, cutOff, unitId: unit.id }),
    onSuccess: (answer) => queries.setQueryData(remindersQuery(series, date).queryKey, answer),
  });
  if (!reminders.mayRemind) return null;
  const here = reminders.reminders.filter((one) => one.unitId === unit.id && one.cutOff === cutOff);
  const again = here.some((one) => one.deliveries.some((each) => each.state === 'FAILED'));
  const label = t(again ? 'board.reminder.again' : 'board.reminder.send');
  const reachable = !reminders.unreachable.includes(unit.id);
  return (
    <div className="place-reminders">
      {here.length > 0 ? <Reminded reminders={here} /> : null}
      {due && !reachable ? <p>{t('board.reminder.unreachable')}</p> : null}
      {due && reachable ? (
        <Button
          kind="tertiary"
          size="small"
          busy={send.isPending}
          aria-label={`${unit.name} ${label}`}
          onClick={() => send.mutate()}
        >
          {label}
        </Button>
      ) : null}
      {send.isSuccess ? <Notice tone="good">{t('board.reminder.sent')}</Notice> : null}
      <ProblemNotice error={send.error} />
    </div>
  );
}

function Reminded({ reminders }: { reminders: ReminderAnswer[] }): ReactNode {
  const { t } = useTranslation();
  const failed = reminders.flatMap((one) => one.deliveries).filter((each) => each.state === 'FAILED').length;
  const times = reminders.map((one) => timeOf(one.at)).join(', ');
  return (
    <details>
      <summary>
        {t('board.reminder.times', { times })}{' '}
        {failed > 0 ? <Badge tone="danger">{t('board.reminder.failed', { n: failed })}</Badge> : null}
      </summary>
      <ol>
        {reminders.map((one) => (
          <li key={one.id}>
            {timeOf(one.at)}{' '}
            {one.minutesBefore === null
              ? t('board.reminder.byHand', { name: one.by })
              : t('board.reminder.before', { minutes: one.minutesBefore })}
            <ul>
              {one.deliveries.length === 0 ? <li>{t('board.reminder.nobody')}</li> : null}
              {one.deliveries.map((each) => (
                <Told key={`${each.personId} ${each.way}`} delivery={each} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Told({ delivery }: { delivery: ReminderDelivery }): ReactNode {
  const { t } = useTranslation();
  const { person, way, state, at, carrier, fault } = delivery;
  const said = carrier === 'SMS_FOLDER' ? t('notice.folder') : t(`notice.state.${state}`);
  return (
    <li>
      {person} · {t(`notice.way.${way}`)} · {said} {timeOf(at)}
      {fault === null ? null : ` · ${t(`notice.fault.${fault}`)}`}
    </li>
  );
}
