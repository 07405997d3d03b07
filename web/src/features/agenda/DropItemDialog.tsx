import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AgendaItemAnswer, dropAgendaItem } from '@/api';
import { titled } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';

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
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '') send.mutate();
  };
  return (
    <Dialog title={t('agenda.dropTitle')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNotice error={send.error} />
        <p>{titled(item, i18n.language)}</p>
        <TextField
          label={t('days.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={tried && reason.trim() === '' ? t('days.reasonNeeded') : undefined}
        />
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {t('action.back')}
          </Button>
          <Button type="submit" danger busy={send.isPending}>
            {t('agenda.drop')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
