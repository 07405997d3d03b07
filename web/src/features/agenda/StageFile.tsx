import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Attachment, putSlide, type SlideAnswer, takeOffSlide } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';

interface Props {
  meeting: string;
  file: Attachment;
  stage: SlideAnswer;
  onStage: (answer: SlideAnswer) => void;
}

/** Puts a file of the current item on everybody's screen, or takes it off. */
export function StageFile({ meeting, file, stage, onStage }: Props): ReactNode {
  const { t } = useTranslation();
  const shown = stage.slide?.attachmentId === file.id;
  const act = useMutation({
    mutationFn: () => (shown ? takeOffSlide(meeting) : putSlide(meeting, { attachmentId: file.id, page: 1 })),
    onSuccess: onStage,
  });
  return (
    <>
      <Button
        kind={shown ? 'tertiary' : 'secondary'}
        size="xsmall"
        icon="screen"
        busy={act.isPending}
        aria-label={t(shown ? 'slide.offOf' : 'slide.showOf', { name: file.name })}
        onClick={() => act.mutate()}
      >
        {t(shown ? 'slide.off' : 'slide.show')}
      </Button>
      <ProblemNotice error={act.error} />
    </>
  );
}
