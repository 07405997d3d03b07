import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginPhase, changePhase, type PhaseAnswer } from '@/api';
import { unitsQuery } from '@/features/directory/queries.ts';
import { koreanDay, named } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { CheckField, SelectField, TextField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { Load } from '@/ui/States.tsx';
import { readCutOffs } from './phases.ts';
import { refreshSeries } from './queries.ts';

const AUDIENCES: PhaseAnswer['audience'][] = ['EXECUTIVES', 'ALL_STAFF', 'STAFF_AND_AGENCIES', 'PUBLIC'];
const CHANNELS: PhaseAnswer['channel'][] = ['ONMARU', 'INTERNAL_NETWORK', 'ZOOM'];
const TEMPLATES: PhaseAnswer['agendaTemplate'][] = ['DAILY', 'DAILY_WITH_TOPIC', 'BY_HAND'];

interface Props {
  series: string;
  /** Whose values the form begins with. */
  like: PhaseAnswer;
  /** The one that is corrected; null begins a new one. */
  phase: PhaseAnswer | null;
  onClose: () => void;
}

/** Begins a phase of a series or corrects one. */
export function PhaseDialog({ series, like, phase, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState({
    from: phase?.from ?? koreanDay(Date.now(), 1),
    name: like.name,
    nameEn: like.nameEn,
    theme: phase?.theme ?? '',
    cutOffs: like.cutOffs.join(', '),
  });
  const [audience, setAudience] = useState(like.audience);
  const [channel, setChannel] = useState(like.channel);
  const [template, setTemplate] = useState(like.agendaTemplate);
  const [broadcast, setBroadcast] = useState(like.broadcast);
  const [units, setUnits] = useState<readonly string[]>(like.units.map((unit) => unit.id));
  const [tried, setTried] = useState(false);
  const cutOffs = readCutOffs(form.cutOffs);
  const send = useMutation({
    mutationFn: () => {
      const body = {
        from: form.from,
        name: form.name.trim(),
        nameEn: form.nameEn.trim(),
        theme: form.theme.trim(),
        audience,
        channel,
        broadcast,
        agendaTemplate: template,
        unitIds: [...units],
        cutOffs: cutOffs ?? [],
      };
      return phase === null ? beginPhase(series, body) : changePhase(series, phase.id, body);
    },
    onSuccess: async () => {
      await refreshSeries(queries);
      onClose();
    },
  });
  const faults = {
    from: form.from === '' ? t('field.needed') : undefined,
    name: form.name.trim() === '' ? t('field.needed') : undefined,
    nameEn: form.nameEn.trim() === '' ? t('field.nameEnNeeded') : undefined,
    cutOffs: cutOffs === null ? t('phase.cutOffFault') : undefined,
  };
  const shown = (fault: string | undefined): string | undefined => (tried ? fault : undefined);
  const change =
    (key: keyof typeof form) =>
    (event: { target: { value: string } }): void =>
      setForm({ ...form, [key]: event.target.value });
  const submit = (): void => {
    setTried(true);
    if (Object.values(faults).every((fault) => fault === undefined)) send.mutate();
  };
  return (
    <FormDialog
      title={t(phase === null ? 'series.newPhase' : 'phase.edit')}
      error={send.error}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {phase === null ? <p>{t('phase.beginText')}</p> : null}
      <TextField
        label={t('field.from')}
        type="date"
        value={form.from}
        disabled={phase !== null}
        onChange={change('from')}
        error={shown(faults.from)}
      />
      <TextField label={t('field.nameKo')} value={form.name} onChange={change('name')} error={shown(faults.name)} />
      <TextField
        label={t('field.nameEn')}
        value={form.nameEn}
        onChange={change('nameEn')}
        error={shown(faults.nameEn)}
      />
      <TextField label={t('phase.theme')} hint={t('phase.themeHint')} value={form.theme} onChange={change('theme')} />
      <div className="field-row">
        <SelectField
          label={t('phase.audience')}
          value={audience}
          onChange={(event) => setAudience(event.target.value as PhaseAnswer['audience'])}
        >
          {AUDIENCES.map((each) => (
            <option key={each} value={each}>
              {t(`phase.audiences.${each}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('phase.channel')}
          value={channel}
          onChange={(event) => setChannel(event.target.value as PhaseAnswer['channel'])}
        >
          {CHANNELS.map((each) => (
            <option key={each} value={each}>
              {t(`phase.channels.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <SelectField
        label={t('phase.agendaTemplate')}
        value={template}
        onChange={(event) => setTemplate(event.target.value as PhaseAnswer['agendaTemplate'])}
      >
        {TEMPLATES.map((each) => (
          <option key={each} value={each}>
            {t(`phase.agendaTemplates.${each}`)}
          </option>
        ))}
      </SelectField>
      <CheckField
        label={t('phase.broadcastField')}
        checked={broadcast}
        onChange={(event) => setBroadcast(event.target.checked)}
      />
      <TextField
        label={t('phase.cutOffs')}
        hint={t('phase.cutOffHint')}
        value={form.cutOffs}
        onChange={change('cutOffs')}
        error={shown(faults.cutOffs)}
      />
      <ReportingUnits day={form.from} chosen={units} onChange={setUnits} />
    </FormDialog>
  );
}

interface UnitsProps {
  day: string;
  chosen: readonly string[];
  onChange: (units: readonly string[]) => void;
}

/** Which units report; they speak in the order of their seats. */
function ReportingUnits({ day, chosen, onChange }: UnitsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const units = useQuery(unitsQuery);
  return (
    <fieldset className="checks" aria-labelledby="phase-units">
      <p id="phase-units">{t('phase.units')}</p>
      <Load query={units}>
        {(list) => {
          const there = [...list]
            .filter((unit) => unit.until === null || unit.until >= day)
            .sort((a, b) => a.seat - b.seat)
            .map((unit) => ({ id: unit.id, name: named(unit, i18n.language) }));
          return (
            <>
              <p className="row-buttons">
                <Button kind="text" size="small" onClick={() => onChange(there.map((unit) => unit.id))}>
                  {t('phase.allUnits')}
                </Button>
                <Button kind="text" size="small" onClick={() => onChange([])}>
                  {t('phase.clearUnits')}
                </Button>
              </p>
              {there.map((unit) => (
                <CheckField
                  key={unit.id}
                  label={unit.name}
                  checked={chosen.includes(unit.id)}
                  onChange={(event) =>
                    onChange(
                      there
                        .map((each) => each.id)
                        .filter((id) => (id === unit.id ? event.target.checked : chosen.includes(id))),
                    )
                  }
                />
              ))}
            </>
          );
        }}
      </Load>
    </fieldset>
  );
}
