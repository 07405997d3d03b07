import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Minutes, signMinutes } from '@/api';
import type { MinutesModel } from '@/live/MinutesModel.ts';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { Outline } from './Outline.tsx';

interface Props {
  model: MinutesModel;
  minutes: Minutes;
  onClose: () => void;
}

/** Signs what stands in this dialog, and nothing that comes later: it is named by its hash. */
export function SignDialog({ model, minutes, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const [read] = useState(minutes);
  const sign = useMutation({
    mutationFn: () => signMinutes(read.meetingId, { sha256: read.sha256 ?? '' }),
    onSuccess: (answer) => {
      model.show(answer);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('minutes.act.sign')}
      submit={t('minutes.act.sign')}
      error={sign.error}
      busy={sign.isPending}
      onClose={onClose}
      onSubmit={() => sign.mutate()}
    >
      <p>{t('minutes.signText')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section className="inset sign-text" tabIndex={0} aria-label={t('minutes.title')}>
        <Outline lines={read.outline} />
      </section>
      <p className="quiet hash">{t('minutes.hash', { hash: read.sha256 })}</p>
    </FormDialog>
  );
}
