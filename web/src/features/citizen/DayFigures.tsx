import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PublicMeeting, publicFigures, publicMonth, publicSeries } from '@/api';
import { dateOf } from '@/i18n/format.ts';

/** The way to the figures of a meeting's day, where its series has some that are for everybody. */
export function DayFigures({ meeting }: { meeting: PublicMeeting }): ReactNode {
  const { t } = useTranslation();
  const { id, date } = meeting;
  const { data: series } = useQuery({
    queryKey: ['day-figures', id],
    queryFn: () => withFigures(id, date),
    staleTime: 60_000,
  });
  if (!series) return null;
  return (
    <p className="block">
      <Link to="/city-figures" search={{ series, day: date }}>
        {t('citizen.dayFigures', { date: dateOf(date) })}
      </Link>
    </p>
  );
}

/** The meeting's series when it has figures of that day. */
async function withFigures(meeting: string, date: string): Promise<string | null> {
  const all = await publicSeries({});
  for (const { id } of all) {
    if (all.length > 1 && !(await sat(id, meeting, date))) continue;
    const days = await publicFigures(id, { from: date, to: date });
    return days.some((day) => day.figures.length > 0) ? id : null;
  }
  return null;
}

async function sat(series: string, meeting: string, date: string): Promise<boolean> {
  const days = await publicMonth(series, date.slice(0, 7));
  return days.some((day) => day.meetings.some((one) => one.id === meeting));
}
