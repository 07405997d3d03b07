import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartText, ShownChart } from '@/api';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import type { Slot } from '@/live/slots.ts';
import { Button } from '@/ui/Button.tsx';
import { Dialog } from '@/ui/Dialog.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Table } from '@/ui/Table.tsx';
import { Strip } from './SpeakerView.tsx';
import { StagePicture } from './StagePicture.tsx';
import { useTakeOff } from './useTakeOff.ts';
import './slide.css';

interface Props {
  room: RoomModel;
  programme: ProgrammeModel;
  meeting: string;
  slots: Slot[];
  chart: ShownChart;
  mayTakeOff: boolean;
}

/** A chart of the city's figures, large for everybody; its numbers are one press away as a table. */
export function ChartView({ room, programme, meeting, slots, chart, mayTakeOff }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const [table, setTable] = useState(false);
  const off = useTakeOff(programme, meeting);
  const text = i18n.language.startsWith('en') ? chart.en : chart.ko;
  return (
    <div className="speaker-view">
      <figure className="slide">
        <StagePicture
          where={`/api/v1/meetings/${meeting}/slide/chart/${chart.print}`}
          alt={t('chart.alt', { sentence: text.sentence })}
        />
        <figcaption className="slide-caption">
          <span className="slide-name" aria-live="polite">
            {text.title}
          </span>
          {chart.open ? null : <em>{t('slide.notOnAir')}</em>}
          <Button kind="secondary" size="xsmall" onClick={() => setTable(true)}>
            {t('figures.asTable')}
          </Button>
          {mayTakeOff ? (
            <Button kind="secondary" size="xsmall" busy={off.isPending} onClick={() => off.mutate()}>
              {t('slide.off')}
            </Button>
          ) : null}
          <ProblemNotice error={off.error} />
        </figcaption>
      </figure>
      <Strip room={room} slots={slots} />
      {table ? <Numbers text={text} onClose={() => setTable(false)} /> : null}
    </div>
  );
}

function Numbers({ text, onClose }: { text: ChartText; onClose: () => void }): ReactNode {
  return (
    <Dialog title={text.title} onClose={onClose}>
      <p>{text.sentence}</p>
      <Table caption={text.title} head={text.head}>
        {text.rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, place) => (
              <td key={text.head[place]} data-head={text.head[place]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Dialog>
  );
}
