import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { putSlide, type SlideAnswer } from '@/api';
import { ChartButton } from '@/features/agenda/ChartButton.tsx';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import './slide.css';

interface Props {
  programme: ProgrammeModel;
  meeting: string;
  /** What is on the stage, and what I may put there. */
  stage: SlideAnswer;
}

/** My unit's item runs: its files and the city's figures are one press away from everybody's screen. */
export function SlideOffer({ programme, meeting, stage }: Props): ReactNode {
  const { t } = useTranslation();
  const show = useMutation({
    mutationFn: (attachmentId: string) => putSlide(meeting, { attachmentId, page: 1 }),
    onSuccess: (answer) => programme.slideIs(answer),
  });
  if (!stage.mayShow) return null;
  return (
    <section className="slide-offer" aria-label={t('slide.offer')}>
      <p>{t('slide.offer')}</p>
      {stage.files.map((file) => (
        <Button
          key={file.id}
          kind="secondary"
          size="xsmall"
          icon="screen"
          busy={show.isPending && show.variables === file.id}
          onClick={() => show.mutate(file.id)}
        >
          {file.name}
        </Button>
      ))}
      <ChartButton meeting={meeting} stage={stage} onStage={(answer) => programme.slideIs(answer)} />
      <ProblemNotice error={show.error} />
    </section>
  );
}
