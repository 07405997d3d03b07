import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editMinutes, getMinutes, type Minutes } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { dateOf, titled } from '@/i18n/format.ts';
import { MinutesModel } from '@/live/MinutesModel.ts';
import { newId } from '@/live/newId.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { Saving } from '@/ui/Saving.tsx';
import { Load } from '@/ui/States.tsx';
import { useWatched } from '@/ui/useWatched.ts';
import { Elements } from './Elements.tsx';
import { Outline } from './Outline.tsx';
import { minutesQuery } from './queries.ts';
import { RecordForm } from './RecordForm.tsx';
import { Requests } from './Requests.tsx';
import { Steps } from './Steps.tsx';
import { Versions } from './Versions.tsx';
import './minutes.css';

/** The minutes of one meeting: left the record as it grows, right what is still missing and what comes next. */
export function MinutesPage(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/meetings/$id/minutes' });
  return <Staff title={t('minutes.title')}>{() => <Opened key={id} id={id} />}</Staff>;
}

function Opened({ id }: { id: string }): ReactNode {
  const query = useQuery(minutesQuery(id));
  return <Load query={query}>{(minutes) => <Followed first={minutes} />}</Load>;
}

function Followed({ first }: { first: Minutes }): ReactNode {
  const [model] = useState(() => new MinutesModel(first, { getMinutes, editMinutes }, { keep: localStorage, newId }));
  useEffect(() => {
    model.start();
    return () => model.stop();
  }, [model]);
  const state = useWatched(model.state);
  const { draft: minutes } = state;
  const writes = minutes.mayKeep && (minutes.phase === 'DRAFT' || minutes.phase === 'REVIEW');
  return (
    <>
      <Head minutes={minutes} />
      <div className="minutes">
        <div className="minutes-steps">
          <Steps model={model} minutes={minutes} />
        </div>
        <div className="minutes-record">
          {writes ? <Saving saving={state.saving} savedAt={state.savedAt} problem={state.problem} /> : null}
          <ProblemNotice error={state.problem} />
          {writes ? <RecordForm model={model} state={state} /> : <Outline lines={minutes.outline} />}
        </div>
        <div className="minutes-side">
          <Requests model={model} minutes={minutes} />
          <Elements minutes={minutes} />
          <Versions minutes={minutes} />
        </div>
      </div>
    </>
  );
}

function Head({ minutes }: { minutes: Minutes }): ReactNode {
  const { t, i18n } = useTranslation();
  const signed = minutes.phase === 'PUBLISHED' || minutes.phase === 'FINAL';
  return (
    <div className="minutes-head">
      <p>
        <strong>{titled(minutes, i18n.language)}</strong>
        {minutes.ordinal === null ? null : (
          <span className="ordinal"> {t('meeting.ordinal', { n: minutes.ordinal })}</span>
        )}{' '}
        <span className="when">{dateOf(minutes.date)}</span>
      </p>
      <Badge tone={signed ? 'success' : 'information'}>{t(`minutes.phase.${minutes.phase}`)}</Badge>
      {minutes.number > 1 && !signed ? (
        <Notice>{t('minutes.correcting', { n: minutes.number, reason: minutes.reason })}</Notice>
      ) : null}
    </div>
  );
}
