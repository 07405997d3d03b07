import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollUp, RollUpLine } from '@/api';
import { counted, dateOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { SelectField } from '@/ui/Field.tsx';
import { towns, type Which } from './figures.ts';

interface Props {
  days: RollUp[];
  metric: RollUpLine;
  which: Which;
}

/** One figure town by town on a day; the darker, the more, and the number always stands there. */
export function TownGrid({ days, metric, which }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const [wanted, setWanted] = useState('');
  const having = days
    .filter((day) => day.lines.some((line) => line.metric === metric.metric && line.parts.length > 0))
    .reverse();
  const day = having.find((one) => one.date === wanted) ?? having[0];
  if (day === undefined) return null;
  return (
    <section className="block" aria-labelledby="towns">
      <div className="block-head">
        <h2 id="towns">{t('figures.towns')}</h2>
      </div>
      <div className="figures-choice">
        <SelectField label={t('figures.day')} value={day.date} onChange={(event) => setWanted(event.target.value)}>
          {having.map((one) => (
            <option key={one.date} value={one.date}>
              {dateOf(one.date)}
            </option>
          ))}
        </SelectField>
      </div>
      <ul className="towns">
        {towns(day, metric.metric, which).map((town) => (
          <li key={town.unitId} className={town.value === null ? 'town town-missing' : `town town-${town.shade}`}>
            <span>{english ? town.unitEn || town.unit : town.unit}</span>
            <strong>{town.value === null ? t('board.state.MISSING') : counted(town.value)}</strong>
            {town.corrected ? <Badge tone="warning">{t('board.corrected')}</Badge> : null}
          </li>
        ))}
      </ul>
      {metric.disclosure === 'PUBLIC' ? null : <p className="quiet">{t('figures.notPublic')}</p>}
    </section>
  );
}
