import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { correctMinutes, type Minutes, publishMinutes, reopenMinutes, reviewMinutes, withdrawMinutes } from '@/api';
import { dateTimeOf } from '@/i18n/format.ts';
import type { MinutesModel } from '@/live/MinutesModel.ts';
import { Button } from '@/ui/Button.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { FinaliseDialog } from './FinaliseDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { SignDialog } from './SignDialog.tsx';

interface Props {
  model: MinutesModel;
  minutes: Minutes;
}

/** Steps that need a reason. */
const REASONED = { reopen: reopenMinutes, correct: correctMinutes, withdraw: withdrawMinutes } as const;
type WithReason = keyof typeof REASONED;

const PHASES = ['DRAFT', 'REVIEW', 'SIGNING', 'FINAL', 'PUBLISHED'] as const;

/** How far the minutes are, and what whoever looks may do next. */
export function Steps({ model, minutes }: Props): ReactNode {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'finalise' | 'sign' | WithReason | null>(null);
  const step = useMutation({
    mutationFn: async (call: (meeting: string) => Promise<Minutes>) => {
      await model.flush();
      return call(minutes.meetingId);
    },
    onSuccess: (answer) => model.show(answer),
  });
  const close = (): void => setDialog(null);
  const { phase, mayKeep } = minutes;
  const newest = minutes.versions.findLast((one) => one.publishedAt !== null);
  const open = newest !== undefined && newest.withdrawn === null;
  const withdrawn = minutes.versions.some((one) => one.number === minutes.number && one.withdrawn !== null);
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
      <p>{t(withdrawn ? 'minutes.nowWithdrawn' : `minutes.now.${phase}`)}</p>
      {phase === 'DRAFT' && minutes.meetingState !== 'ADJOURNED' ? (
        <p className="quiet">{t('minutes.notOver')}</p>
      ) : null}
      <Signers minutes={minutes} />
      {minutes.release === null ? null : <Release release={minutes.release} />}
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
        {mayKeep && phase === 'FINAL' && !withdrawn && minutes.release?.mine !== true ? (
          <Button busy={step.isPending} onClick={() => step.mutate(publishMinutes)}>
            {t(minutes.release === null ? 'minutes.act.publish' : 'minutes.act.release')}
          </Button>
        ) : null}
        {mayKeep && (phase === 'FINAL' || phase === 'PUBLISHED') ? (
          <Button kind="tertiary" onClick={() => setDialog('correct')}>
            {t('minutes.act.correct')}
          </Button>
        ) : null}
        {mayKeep && open ? (
          <Button kind="tertiary" onClick={() => setDialog('withdraw')}>
            {t('minutes.act.withdraw')}
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
      {dialog === null || dialog === 'finalise' || dialog === 'sign' ? null : (
        <ReasonDialog
          title={t(`minutes.act.${dialog}`)}
          text={t(`minutes.why.${dialog}`)}
          call={(reason) => REASONED[dialog](minutes.meetingId, { reason })}
          model={model}
          onClose={close}
        />
      )}
    </section>
  );
}

/** What looks like a personal number, and who has to look at it. */
function Release({ release }: { release: NonNullable<Minutes['release']> }): ReactNode {
  const { t } = useTranslation();
  const words = { by: release.by, time: dateTimeOf(release.at) };
  return (
    <Notice tone="warning">
      <p>{t(release.mine ? 'minutes.release.mine' : 'minutes.release.theirs', words)}</p>
      <ul>
        {release.found.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand in two places
          <li key={place}>
            {t(`minutes.release.kind.${one.kind}`)}: {one.where}
          </li>
        ))}
      </ul>
    </Notice>
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
