import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { correctMinutes, type Minutes, publishMinutes, reopenMinutes, reviewMinutes } from '@/api';
import { dateTimeOf } from '@/i18n/format.ts';
import type { MinutesModel } from '@/live/MinutesModel.ts';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { FinaliseDialog } from './FinaliseDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { SignDialog } from './SignDialog.tsx';

interface Props {
  model: MinutesModel;
  minutes: Minutes;
}

const PHASES = ['DRAFT', 'REVIEW', 'SIGNING', 'FINAL', 'PUBLISHED'] as const;

/** How far the minutes are, and what whoever looks may do next. */
export function Steps({ model, minutes }: Props): ReactNode {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'finalise' | 'sign' | 'reopen' | 'correct' | null>(null);
  const step = useMutation({
    mutationFn: async (call: (meeting: string) => Promise<Minutes>) => {
      await model.flush();
      return call(minutes.meetingId);
    },
    onSuccess: (answer) => model.show(answer),
  });
  const close = (): void => setDialog(null);
  const { phase, mayKeep } = minutes;
  const signs = minutes.signers.some((one) => one.me && one.signedAt === null);
  return (
    <section className="card side-card" aria-labelledby="minutes-steps">
      <h2 id="minutes-steps">{t('minutes.steps')}</h2>
      <ol className="phases">
        {PHASES.map((one) => (
          <li key={one} aria-current={one === phase ? 'step' : undefined}>
            {t(`minutes.phase.${one}`)}
          </li>
        ))}
      </ol>
      <p>{t(`minutes.now.${phase}`)}</p>
      {phase === 'DRAFT' && minutes.meetingState !== 'ADJOURNED' ? (
        <p className="quiet">{t('minutes.notOver')}</p>
      ) : null}
      <Signers minutes={minutes} />
      <ProblemNotice error={step.error} />
      <div className="buttons">
        {mayKeep && phase === 'DRAFT' && minutes.meetingState === 'ADJOURNED' ? (
          <Button busy={step.isPending} onClick={() => step.mutate(reviewMinutes)}>
            {t('minutes.act.review')}
          </Button>
        ) : null}
        {mayKeep && phase === 'REVIEW' ? (
          <Button onClick={() => setDialog('finalise')}>{t('minutes.act.finalise')}</Button>
        ) : null}
        {phase === 'SIGNING' && signs ? (
          <Button onClick={() => setDialog('sign')}>{t('minutes.act.sign')}</Button>
        ) : null}
        {mayKeep && phase === 'SIGNING' ? (
          <Button kind="tertiary" onClick={() => setDialog('reopen')}>
            {t('minutes.act.reopen')}
          </Button>
        ) : null}
        {mayKeep && phase === 'FINAL' ? (
          <Button busy={step.isPending} onClick={() => step.mutate(publishMinutes)}>
            {t('minutes.act.publish')}
          </Button>
        ) : null}
        {mayKeep && (phase === 'FINAL' || phase === 'PUBLISHED') ? (
          <Button kind="tertiary" onClick={() => setDialog('correct')}>
            {t('minutes.act.correct')}
          </Button>
        ) : null}
        {phase === 'PUBLISHED' ? (
          <Link to="/meetings/$id" params={{ id: minutes.meetingId }} className="krds-btn secondary medium">
            {t('minutes.publicPage')}
          </Link>
        ) : null}
      </div>
      {dialog === 'finalise' ? <FinaliseDialog model={model} minutes={minutes} onClose={close} /> : null}
      {dialog === 'sign' ? <SignDialog model={model} minutes={minutes} onClose={close} /> : null}
      {dialog === 'reopen' || dialog === 'correct' ? (
        <ReasonDialog
          title={t(`minutes.act.${dialog}`)}
          text={t(`minutes.why.${dialog}`)}
          call={(reason) => (dialog === 'reopen' ? reopenMinutes : correctMinutes)(minutes.meetingId, { reason })}
          model={model}
          onClose={close}
        />
      ) : null}
    </section>
  );
}

function Signers({ minutes }: { minutes: Minutes }): ReactNode {
  const { t } = useTranslation();
  if (minutes.signers.length === 0) return null;
  return (
    <ul className="signers">
      {minutes.signers.map((one) => (
        <li key={one.personId}>
          <span>
            <span className="quiet">{t(`minutes.signer.${one.kind}`)}</span> {one.post} {one.name}
          </span>
          <span>
            {one.signedAt === null ? t('minutes.notSigned') : t('minutes.signedAt', { time: dateTimeOf(one.signedAt) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
