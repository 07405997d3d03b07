import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finaliseMinutes, type Minutes, type SignerCandidate } from '@/api';
import type { MinutesModel } from '@/live/MinutesModel.ts';
import { CheckField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { Load } from '@/ui/States.tsx';
import { candidatesQuery } from './queries.ts';

interface Props {
  model: MinutesModel;
  minutes: Minutes;
  onClose: () => void;
}

/** Fixes what the minutes say, and names who signs: the chair and the clerk, or more. */
export function FinaliseDialog({ model, minutes, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const candidates = useQuery(candidatesQuery(minutes.meetingId));
  const [changed, setChanged] = useState<Readonly<Record<string, boolean>>>({});
  const chosen = (candidates.data ?? []).filter((one) => changed[one.personId] ?? one.suggested);
  const finalise = useMutation({
    mutationFn: async () => {
      await model.flush();
      return finaliseMinutes(minutes.meetingId, { signers: chosen.map((one) => one.personId) });
    },
    onSuccess: (answer) => {
      model.show(answer);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('minutes.act.finalise')}
      submit={t('minutes.act.finalise')}
      error={finalise.error}
      busy={finalise.isPending}
      onClose={onClose}
      onSubmit={() => finalise.mutate()}
    >
      <p>{t('minutes.finaliseText')}</p>
      <Load query={candidates}>
        {(all: SignerCandidate[]) => (
          <fieldset className="checks">
            <legend>{t('minutes.whoSigns')}</legend>
            {all.map((one) => (
              <CheckField
                key={one.personId}
                label={`${one.post} ${one.name} (${t(`minutes.signer.${one.kind}`)})`.trim()}
                checked={chosen.includes(one)}
                onChange={(event) => setChanged({ ...changed, [one.personId]: event.target.checked })}
              />
            ))}
          </fieldset>
        )}
      </Load>
    </FormDialog>
  );
}
