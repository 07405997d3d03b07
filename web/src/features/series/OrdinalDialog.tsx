import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putNextOrdinal, type Series } from '@/api';
import { TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { seriesQuery } from './queries.ts';

/** A series that met before it came here goes on counting. */
export function OrdinalDialog({ series, onClose }: { series: Series; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(String(series.nextOrdinal));
  const [tried, setTried] = useState(false);
  const wanted = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : null;
  const save = useMutation({
    mutationFn: (nextOrdinal: number) => putNextOrdinal(series.id, { nextOrdinal }),
    onSuccess: async () => {
      await queries.invalidateQueries(seriesQuery);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('series.next')}
      error={save.error}
      busy={save.isPending}
      onSubmit={() => {
        setTried(true);
        if (wanted !== null) save.mutate(wanted);
      }}
      onClose={onClose}
    >
      <TextField
        label={t('series.nextLabel')}
        hint={t('series.nextHint')}
        error={tried && wanted === null ? t('series.nextNumber') : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </FormDialog>
  );
}
