import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CorrectionAnswer, Minutes } from '@/api';
import { dateTimeOf } from '@/i18n/format.ts';
import type { MinutesModel } from '@/live/MinutesModel.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import { AskDialog } from './AskDialog.tsx';
import { usePlace } from './usePlace.ts';

interface Props {
  model: MinutesModel;
  minutes: Minutes;
}

/** What attendees want corrected, and what they were told. */
export function Requests({ model, minutes }: Props): ReactNode {
  const { t } = useTranslation();
  const place = usePlace(minutes);
  const [asks, setAsks] = useState(false);
  const [answers, setAnswers] = useState<CorrectionAnswer | null>(null);
  const review = minutes.phase === 'REVIEW';
  if (!review && minutes.requests.length === 0) return null;
  return (
    <section className="card side-card" aria-labelledby="minutes-requests">
      <div className="block-head">
        <h2 id="minutes-requests">{t('minutes.requests')}</h2>
        {review ? (
          <Button kind="secondary" size="small" onClick={() => setAsks(true)}>
            {t('minutes.act.ask')}
          </Button>
        ) : null}
      </div>
      {minutes.requests.length === 0 ? <p className="quiet">{t('minutes.noRequests')}</p> : null}
      <ul className="requests">
        {minutes.requests.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{place(one.about)}</strong> <Answered request={one} />
            </p>
            <p>{one.words}</p>
            <p className="quiet">
              {one.by} · {dateTimeOf(one.at)}
            </p>
            {one.reply ? <p>{t('minutes.reply', { by: one.answeredBy, words: one.reply })}</p> : null}
            {one.accepted === null && review && minutes.mayKeep ? (
              <Button kind="tertiary" size="small" onClick={() => setAnswers(one)}>
                {t('minutes.act.answer')}
                <span className="sr-only"> {place(one.about)}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asks ? <AskDialog model={model} minutes={minutes} onClose={() => setAsks(false)} /> : null}
      {answers ? (
        <AnswerDialog model={model} minutes={minutes} request={answers} onClose={() => setAnswers(null)} />
      ) : null}
    </section>
  );
}

function Answered({ request }: { request: CorrectionAnswer }): ReactNode {
  const { t } = useTranslation();
  if (request.accepted === null) return <Badge tone="warning">{t('minutes.waits')}</Badge>;
  return (
    <Badge tone={request.accepted ? 'success' : 'gray'}>
      {t(request.accepted ? 'minutes.accepted' : 'minutes.refused')}
    </Badge>
  );
}
