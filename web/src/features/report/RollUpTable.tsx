import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollUp, RollUpLine } from '@/api';
import { counted } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { Table } from '@/ui/Table.tsx';
import { CityFigureDialog } from './CityFigureDialog.tsx';

interface Props {
  series: string;
  rollUp: RollUp;
  /** Whether whoever looks may say what the city's own figure is. */
  mayEnter: boolean;
}

/** The city's figures of the day; where its own figure differs from the sum, by how much. */
export function RollUpTable({ series, rollUp, mayEnter }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const [entering, setEntering] = useState<RollUpLine | null>(null);
  const { date } = rollUp;
  const missing = rollUp.missing.map((one) => (english ? one.unitEn || one.unit : one.unit)).join(', ');
  const file = (ending: string): string => `/api/v1/series/${series}/roll-up.${ending}?from=${date}&to=${date}`;
  return (
    <section className="block roll-up" aria-labelledby="roll-up">
      <div className="block-head">
        <h2 id="roll-up">{t('board.rollUp')}</h2>
        <p className="row-buttons">
          <Link to="/figures" search={{ series }}>
            {t('figures.link')}
          </Link>
          <a href={file('csv')}>{t('board.csv')}</a>
          <a href={file('json')}>{t('board.json')}</a>
        </p>
      </div>
      {rollUp.lines.length === 0 ? (
        <p className="quiet">{t('board.noFigures')}</p>
      ) : (
        <Table
          caption={t('board.rollUp')}
          head={[t('board.metric'), t('board.thisPeriod'), t('board.toDate'), t('board.city'), t('board.difference')]}
        >
          {rollUp.lines.map((line) => (
            <tr key={line.metric}>
              <th scope="row">
                {english ? line.en : line.ko} <span className="quiet">({english ? line.measureEn : line.measure})</span>{' '}
                {line.corrected ? <Badge tone="warning">{t('board.corrected')}</Badge> : null}
              </th>
              <td data-head={t('board.thisPeriod')}>{counted(line.thisPeriod)}</td>
              <td data-head={t('board.toDate')}>{counted(line.toDate)}</td>
              <td data-head={t('board.city')}>
                {line.city === null ? '–' : counted(line.city.toDate)}{' '}
                {mayEnter ? (
                  <Button kind="tertiary" size="small" onClick={() => setEntering(line)}>
                    <span className="sr-only">
                      {t('board.cityFigure.title', { metric: english ? line.en : line.ko })}{' '}
                    </span>
                    {t(line.city === null ? 'board.cityFigure.enter' : 'action.edit')}
                  </Button>
                ) : null}
              </td>
              <td data-head={t('board.difference')}>
                {line.difference === null ? '–' : <DifferenceBadge difference={line.difference} />}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {entering === null ? null : (
        <CityFigureDialog
          key={entering.metric}
          series={series}
          date={date}
          line={entering}
          onClose={() => setEntering(null)}
        />
      )}
      {missing ? <p className="quiet">{t('board.missing', { units: missing })}</p> : null}
    </section>
  );
}

function DifferenceBadge({ difference }: { difference: number }): ReactNode {
  const text = difference > 0 ? `+${difference}` : String(difference).replace('-', '−');
  return difference === 0 ? text : <Badge tone="danger">{text}</Badge>;
}
