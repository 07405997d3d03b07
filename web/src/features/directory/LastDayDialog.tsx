import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { koreanDay } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
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
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{text}</p>
        <ProblemNotice error={save.error} />
        <TextField
          label={t('field.until')}
          hint={t('posts.untilHint')}
          type="date"
          min={from}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {t('action.back')}
          </Button>
          <Button type="submit" busy={save.isPending}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
