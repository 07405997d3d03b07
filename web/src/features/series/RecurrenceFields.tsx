import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField, SelectField, TextField } from '@/ui/Field.tsx';
import { faultOf, KINDS, ofKind, type Recurrence, WEEKDAYS, WEEKS, type Week, type Weekday } from './recurrence.ts';

interface Props {
  value: Recurrence;
  onChange: (value: Recurrence) => void;
  /** Whether what is missing is already said. */
  tried: boolean;
}

/** On which days a series meets. */
export function RecurrenceFields({ value, onChange, tried }: Props): ReactNode {
  const { t } = useTranslation();
  const fault = tried ? faultOf(value) : null;
  return (
    <>
      <SelectField
        label={t('series.recurrence')}
        value={value.kind}
        onChange={(event) => onChange(ofKind(event.target.value as Recurrence['kind']))}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`recurrence.${kind}`)}
          </option>
        ))}
      </SelectField>
      {value.kind === 'WEEKLY' ? (
        <fieldset className="checks" aria-labelledby="series-weekdays">
          <p id="series-weekdays">{t('series.weekdays')}</p>
          {WEEKDAYS.map((day) => (
            <CheckField
              key={day}
              label={t(`weekday.${day}`)}
              checked={value.days.includes(day)}
              onChange={(event) =>
                onChange({
                  kind: 'WEEKLY',
                  days: event.target.checked ? [...value.days, day] : value.days.filter((each) => each !== day),
                })
              }
            />
          ))}
          {fault === 'days' ? <p className="form-hint-invalid">{t('series.weekdayNeeded')}</p> : null}
        </fieldset>
      ) : null}
      {value.kind === 'MONTHLY_DAY' ? (
        <TextField
          label={t('series.dayOfMonth')}
          hint={t('series.dayOfMonthHint')}
          inputMode="numeric"
          value={Number.isNaN(value.day) ? '' : String(value.day)}
          onChange={(event) => onChange({ kind: 'MONTHLY_DAY', day: Number.parseInt(event.target.value, 10) })}
          error={fault === 'day' ? t('field.range', { from: 1, to: 31 }) : undefined}
        />
      ) : null}
      {value.kind === 'MONTHLY_WEEKDAY' ? (
        <div className="field-row">
          <SelectField
            label={t('series.week')}
            value={value.week}
            onChange={(event) => onChange({ ...value, week: event.target.value as Week })}
          >
            {WEEKS.map((week) => (
              <option key={week} value={week}>
                {t(`week.${week}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('series.weekday')}
            value={value.weekday}
            onChange={(event) => onChange({ ...value, weekday: event.target.value as Weekday })}
          >
            {WEEKDAYS.map((day) => (
              <option key={day} value={day}>
                {t(`weekday.${day}`)}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
    </>
  );
}
