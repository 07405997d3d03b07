import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Minutes } from '@/api';
import type { MinutesModel } from '@/live/MinutesModel.ts';
import { TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';

interface Props {
  title: string;
  text: string;
  call: (reason: string) => Promise<Minutes>;
  model: MinutesModel;
  onClose: () => void;
}

/** A step back, or a new version: what it means, and why. */
export function ReasonDialog({ title, text, call, model, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const step = useMutation({
    mutationFn: () => call(reason),
    onSuccess: (answer) => {
      model.show(answer);
      onClose();
    },
  });
  return (
    <FormDialog
      title={title}
      submit={title}
      error={step.error}
      busy={step.isPending}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (reason.trim() !== '') step.mutate();
      }}
    >
      <p>{text}</p>
      <TextField
        label={t('minutes.reason')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && reason.trim() === '' ? t('field.needed') : undefined}
      />
    </FormDialog>
  );
}
