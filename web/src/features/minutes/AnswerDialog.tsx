import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerCorrection, type CorrectionAnswer, type Minutes } from '@/api';
import type { MinutesModel } from '@/live/MinutesModel.ts';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';

interface Props {
  model: MinutesModel;
  minutes: Minutes;
  request: CorrectionAnswer;
  onClose: () => void;
}

/** What becomes of one request; a refusal says why. */
export function AnswerDialog({ model, minutes, request, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const [accepted, setAccepted] = useState(true);
  const [words, setWords] = useState('');
  const answer = useMutation({
    mutationFn: () => answerCorrection(minutes.meetingId, request.id, { accepted, words }),
    onSuccess: (now) => {
      model.show(now);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('minutes.act.answer')}
      error={answer.error}
      busy={answer.isPending}
      onClose={onClose}
      onSubmit={() => answer.mutate()}
    >
      <p>{request.words}</p>
      <SelectField
        label={t('minutes.verdict')}
        value={accepted ? 'yes' : 'no'}
        onChange={(event) => setAccepted(event.target.value === 'yes')}
      >
        <option value="yes">{t('minutes.accepted')}</option>
        <option value="no">{t('minutes.refused')}</option>
      </SelectField>
      <TextField
        label={t('minutes.words')}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </FormDialog>
  );
}
