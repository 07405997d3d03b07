import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NeedAnswer, NeedState } from '@/api';
import { dateOf, dateTimeOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { History } from './History.tsx';

const TONES: Record<NeedState, 'gray' | 'success' | 'warning' | 'danger'> = {
  OPEN: 'gray',
  ACCEPTED: 'success',
  UNDER_STUDY: 'warning',
  REFUSED: 'danger',
};

/** What a unit asks for, and what it was told. */
export function NeedCard({ need, children }: { need: NeedAnswer; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const { answer } = need;
  return (
    <article className="card directive">
      <div className="directive-head">
        <Badge tone={TONES[need.state]}>{t(`need.state.${need.state}`)}</Badge>
        <span className="quiet">
          {need.unitName} · {dateTimeOf(need.raisedAt)}
        </span>
      </div>
      <h3>{need.sentence}</h3>
      {answer === null ? null : (
        <p>
          {answer.unitName}
          {answer.date === null ? '' : ` · ${dateOf(answer.date)}`}
          {answer.words === '' ? '' : ` · ${answer.words}`}
        </p>
      )}
      {children}
      <History steps={need.history} />
    </article>
  );
}
