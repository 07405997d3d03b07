import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NeedAnswer, NeedReply, NeedState, Report } from '@/api';
import { dateOf, dateTimeOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { answeredQuery } from './queries.ts';

type Answered = Exclude<NeedState, 'OPEN'>;

const TONES: Record<Answered, 'success' | 'warning' | 'danger'> = {
  ACCEPTED: 'success',
  UNDER_STUDY: 'warning',
  REFUSED: 'danger',
};

/** What the unit was told about what it asked for, since its report before; what is studied stays. Nothing when there is none. */
export function AnsweredNeeds({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  const needs = useQuery(answeredQuery(report));
  if (needs.data === undefined) return <ProblemNotice error={needs.error} />;
  if (needs.data.length === 0) return null;
  return (
    <section className="block" aria-labelledby="report-answered">
      <h2 id="report-answered">{t('reports.answered')}</h2>
      <ul className="answered">
        {needs.data.map((need) => (
          <Told key={need.id} need={need} />
        ))}
      </ul>
    </section>
  );
}

function Told({ need }: { need: NeedAnswer }): ReactNode {
  const { t } = useTranslation();
  const { state, answer } = need;
  if (state === 'OPEN' || answer === null) return null;
  return (
    <li>
      <p>
        <Badge tone={TONES[state]}>{t(`reports.answer.${state}`)}</Badge> <strong>{need.sentence}</strong>
      </p>
      {answer.words === '' ? null : <p className="filed-words">{answer.words}</p>}
      <p className="quiet">
        <By answer={answer} />
      </p>
    </li>
  );
}

function By({ answer }: { answer: NeedReply }): ReactNode {
  const { t } = useTranslation();
  const words = { unit: answer.unitName, by: answer.by, at: dateTimeOf(answer.at) };
  return answer.date === null
    ? t('reports.answeredBy', words)
    : t('reports.answeredUntil', { ...words, date: dateOf(answer.date) });
}
