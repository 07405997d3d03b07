import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SlideAnswer, takeOffSlide } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { ChartDialog } from './ChartDialog.tsx';

interface Props {
  meeting: string;
  stage: SlideAnswer;
  onStage: (answer: SlideAnswer) => void;
}

/** Puts a chart of the city's figures on everybody's screen, or takes it off. */
export function ChartButton({ meeting, stage, onStage }: Props): ReactNode {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const off = useMutation({ mutationFn: () => takeOffSlide(meeting), onSuccess: onStage });
  return (
    <div className="agenda-buttons">
      <Button kind="secondary" size="xsmall" icon="screen" onClick={() => setChoosing(true)}>
        {t('chart.show')}
      </Button>
      {stage.chart === null ? null : (
        <Button kind="tertiary" size="xsmall" busy={off.isPending} onClick={() => off.mutate()}>
          {t('chart.off')}
        </Button>
      )}
      <ProblemNotice error={off.error} />
      {choosing ? <ChartDialog meeting={meeting} onStage={onStage} onClose={() => setChoosing(false)} /> : null}
    </div>
  );
}
