import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { koreanDay } from '@/i18n/format.ts';
import { TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { refreshPosts } from './queries.ts';

interface Props {
  title: string;
  /** What ends along with it. */
  text: string;
  from: string;
  until: string | null;
  send: (until: string | null) => Promise<unknown>;
  onClose: () => void;
}

/** When a unit, a post or somebody's time in it ends; without a day it goes on. */
export function LastDayDialog({ title, text, from, until, send, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [day, setDay] = useState(until ?? koreanDay(Date.now()));
  const save = useMutation({
    mutationFn: () => send(day === '' ? null : day),
    onSuccess: async () => {
      await refreshPosts(queries);
      onClose();
    },
  });
  const submit = (): void => {
    save.mutate();
  };
  return (
    <FormDialog title={title} error={save.error} busy={save.isPending} onSubmit={submit} onClose={onClose}>
      <p>{text}</p>
      <TextField
        label={t('field.until')}
        hint={t('posts.untilHint')}
        type="date"
        min={from}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
    </FormDialog>
  );
}
