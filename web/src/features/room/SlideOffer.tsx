import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Attachment, putSlide } from '@/api';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import './slide.css';

interface Props {
  programme: ProgrammeModel;
  meeting: string;
  /** Those I may show; none for most people. */
  files: readonly Attachment[];
}

/** My unit's item runs: its files are one press away from everybody's screen. */
export function SlideOffer({ programme, meeting, files }: Props): ReactNode {
  const { t } = useTranslation();
  const show = useMutation({
    mutationFn: (attachmentId: string) => putSlide(meeting, { attachmentId, page: 1 }),
    onSuccess: (answer) => programme.slideIs(answer),
  });
  if (files.length === 0) return null;
  return (
    <section className="slide-offer" aria-label={t('slide.offer')}>
      <p>{t('slide.offer')}</p>
      {files.map((file) => (
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
      <ProblemNotice error={show.error} />
    </section>
  );
}
