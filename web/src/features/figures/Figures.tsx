import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollUp } from '@/api';
import { SelectField } from '@/ui/Field.tsx';
import { metricsIn, type Which } from './figures.ts';
import { OverTime } from './OverTime.tsx';
import { TownGrid } from './TownGrid.tsx';
import './figures.css';

const BOTH: Which[] = ['toDate', 'thisPeriod'];

interface Props {
  days: RollUp[];
  /** Where the days are as a file that ends so; without it there are no files. */
  file?: (ending: 'csv' | 'json') => string;
}

/** One figure of these days at a time: as a line, and town by town on any of them. */
export function Figures({ days, file }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const metrics = metricsIn(days);
  const [wanted, setWanted] = useState('');
  const [which, setWhich] = useState<Which>('toDate');
  const metric = metrics.find((one) => one.metric === wanted) ?? metrics[0];
  if (metric === undefined) return null;
  return (
    <>
      <div className="figures-choice">
        <SelectField
          label={t('figures.metric')}
          value={metric.metric}
          onChange={(event) => setWanted(event.target.value)}
        >
          {metrics.map((one) => (
            <option key={one.metric} value={one.metric}>
              {english ? `${one.en} (${one.measureEn})` : `${one.ko} (${one.measure})`}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('figures.which')}
          value={which}
          onChange={(event) => setWhich(event.target.value as Which)}
        >
          {BOTH.map((one) => (
            <option key={one} value={one}>
              {t(`board.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <OverTime days={days} metric={metric} which={which} file={file} />
      <TownGrid days={days} metric={metric} which={which} />
    </>
  );
}
