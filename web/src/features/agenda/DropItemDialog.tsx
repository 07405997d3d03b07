import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AgendaItemAnswer, dropAgendaItem } from '@/api';
import { titled } from '@/i18n/format.ts';
import { TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';

interface Props {
  meeting: string;
  item: AgendaItemAnswer;
  onClose: () => void;
}

/** Takes an item off this meeting's agenda, with the reason that stays in the log. */
export function DropItemDialog({ meeting, item, onClose }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => dropAgendaItem(meeting, item.key, { reason: reason.trim() }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['agenda', meeting] });
      onClose();
    },
  });
  const submit = (): void => {
    setTried(true);
    if (reason.trim() !== '') send.mutate();
  };
  return (
    <FormDialog
      title={t('agenda.dropTitle')}
      error={send.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
      submit={t('agenda.drop')}
      danger
    >
      <p>{titled(item, i18n.language)}</p>
      <TextField
        label={t('days.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && reason.trim() === '' ? t('days.reasonNeeded') : undefined}
      />
    </FormDialog>
  );
}
