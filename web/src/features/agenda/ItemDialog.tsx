import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AgendaItemAnswer, addAgendaItem, changeAgendaItem } from '@/api';
import { unitsQuery } from '@/features/directory/queries.ts';
import { named } from '@/i18n/format.ts';
import { CheckField, SelectField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';

const KINDS = ['TOPIC', 'AGENCY', 'OTHER'] as const;
const MOST_MINUTES = 600;

interface Props {
  meeting: string;
  /** The one that is changed; null adds another. */
  item: AgendaItemAnswer | null;
  onClose: () => void;
}

/** Puts an item on the agenda or says one differently. */
export function ItemDialog({ meeting, item, onClose }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const units = useQuery(unitsQuery);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('TOPIC');
  const [title, setTitle] = useState(item?.title ?? '');
  const [titleEn, setTitleEn] = useState(item === null || item.titleEn === item.title ? '' : item.titleEn);
  const [unitId, setUnitId] = useState(item?.unitId ?? '');
  const [minutes, setMinutes] = useState(String(item?.minutes ?? 10));
  const [open, setOpen] = useState(item?.open ?? true);
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => {
      const body = {
        title: title.trim(),
        titleEn: titleEn.trim() === '' ? null : titleEn.trim(),
        unitId: unitId === '' ? null : unitId,
        minutes: Number(minutes),
        open,
      };
      return item === null ? addAgendaItem(meeting, { kind, ...body }) : changeAgendaItem(meeting, item.key, body);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['agenda', meeting] });
      onClose();
    },
  });
  const faults = {
    title: title.trim() === '' ? t('field.needed') : undefined,
    minutes:
      /^\d+$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= MOST_MINUTES
        ? undefined
        : t('field.range', { from: 1, to: MOST_MINUTES }),
  };
  const submit = (): void => {
    setTried(true);
    if (faults.title === undefined && faults.minutes === undefined) send.mutate();
  };
  return (
    <FormDialog
      title={t(item === null ? 'agenda.add' : 'agenda.edit')}
      error={send.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {item === null ? (
        <SelectField
          label={t('agenda.kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value as (typeof KINDS)[number])}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`agenda.kinds.${each}`)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <TextField
        label={t('agenda.itemTitle')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.target.value)}
        error={tried ? faults.title : undefined}
      />
      <TextField
        label={t('agenda.itemTitleEn')}
        hint={t('agenda.itemTitleEnHint')}
        value={titleEn}
        maxLength={200}
        onChange={(event) => setTitleEn(event.target.value)}
      />
      <div className="field-row">
        <SelectField label={t('field.unit')} value={unitId} onChange={(event) => setUnitId(event.target.value)}>
          <option value="">{t('field.noUnit')}</option>
          {(units.data ?? []).map((unit) => (
            <option key={unit.id} value={unit.id}>
              {named(unit, i18n.language)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('agenda.minutes')}
          inputMode="numeric"
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
          error={tried ? faults.minutes : undefined}
        />
      </div>
      <CheckField label={t('agenda.openField')} checked={open} onChange={(event) => setOpen(event.target.checked)} />
      {open ? null : <p className="form-hint">{t('agenda.internalText')}</p>}
    </FormDialog>
  );
}
