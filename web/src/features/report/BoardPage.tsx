import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link as RouterLink } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Board,
  type BoardColumn,
  type BoardPlace,
  follow,
  getBoard,
  type Link,
  type RemindersAnswer,
} from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { seriesQuery } from '@/features/series/queries.ts';
import { SeriesField } from '@/features/series/SeriesField.tsx';
import { koreanDay, timeOf } from '@/i18n/format.ts';
import { TextField } from '@/ui/Field.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { useNow } from '@/ui/useNow.ts';
import { PlaceReminders } from './PlaceReminders.tsx';
import { remindersQuery } from './queries.ts';
import { RollUpTable } from './RollUpTable.tsx';
import './report.css';

/** Who has filed and who has not, live; the city's figures grow under it. */
export function BoardPage(): ReactNode {
  const { t } = useTranslation();
  return <Staff title={t('board.title')}>{() => <Boards />}</Staff>;
}

function Boards(): ReactNode {
  const { t } = useTranslation();
  const all = useQuery(seriesQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [date, setDate] = useState(() => koreanDay(Date.now()));
  return (
    <Load query={all}>
      {(list) => {
        const series = chosen ?? list[0]?.id;
        if (series === undefined) return <Empty icon="calendar" title={t('board.none')} />;
        return (
          <>
            <div className="field-row">
              <SeriesField series={list} value={series} onChange={setChosen} />
              <TextField
                label={t('board.date')}
                type="date"
                required
                value={date}
                onChange={(event) => setDate(event.target.value || date)}
              />
            </div>
            <LiveBoard key={`${series} ${date}`} series={series} date={date} />
          </>
        );
      }}
    </Load>
  );
}

function LiveBoard({ series, date }: { series: string; date: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['board', series, date], queryFn: () => getBoard(series, { date }) });
  const reminders = useQuery(remindersQuery(series, date));
  const [link, setLink] = useState<Link>('live');
  const there = query.data !== undefined;
  useEffect(() => {
    if (!there) return;
    const show = (board: Board): void => {
      queries.setQueryData(['board', series, date], board);
    };
    const following = follow({
      url: `/api/v1/series/${series}/board/events?date=${date}`,
      names: ['board'],
      onEvent: (_, data) => show(data as Board),
      poll: async () => show(await getBoard(series, { date })),
      onLink: setLink,
    });
    return () => following.stop();
  }, [there, series, date, queries]);
  return (
    <Load query={query}>
      {(board) => (
        <>
          {link === 'offline' ? <Notice tone="warning">{t('board.offline')}</Notice> : null}
          {board.columns.length === 0 ? <Empty icon="calendar" title={t('board.none')} /> : null}
          {board.columns.map((column) => (
            <Column key={column.cutOff} board={board} column={column} reminders={reminders.data} />
          ))}
          {/* Whoever runs the series reminds, and speaks for the city. */}
          <RollUpTable series={series} rollUp={board.rollUp} mayEnter={reminders.data?.mayRemind ?? false} />
        </>
      )}
    </Load>
  );
}

interface ColumnProps {
  board: Board;
  column: BoardColumn;
  /** Not there yet, or not to be had: the board goes on without. */
  reminders: RemindersAnswer | undefined;
}

function Column({ board, column, reminders }: ColumnProps): ReactNode {
  const { t } = useTranslation();
  const [ahead] = useState(() => Date.parse(board.now) - Date.now());
  const now = useNow(ahead);
  const minutes = Math.ceil((Date.parse(column.cutOffAt) - now) / 60_000);
  const today = board.date === koreanDay(Date.parse(board.now));
  const done = column.units.filter((place) => place.latest !== null).length;
  const id = `cut-off-${column.cutOff}`;
  return (
    <section className="block" aria-labelledby={id}>
      <div className="block-head">
        <h2 id={id}>{t('board.cutOff', { cutOff: column.cutOff })}</h2>
        <p className="board-count">
          <strong>{t('board.count', { done, all: column.units.length })}</strong>{' '}
          {minutes <= 0 ? t('board.over') : minutes < 120 ? t('board.left', { minutes }) : null}
        </p>
      </div>
      <ul className="board">
        {column.units.map((place) => (
          <Place key={place.unitId} series={board.seriesId} place={place}>
            {(name) =>
              reminders ? (
                <PlaceReminders
                  series={board.seriesId}
                  date={board.date}
                  cutOff={column.cutOff}
                  unit={{ id: place.unitId, name }}
                  due={today && place.latest === null}
                  reminders={reminders}
                />
              ) : null
            }
          </Place>
        ))}
      </ul>
    </section>
  );
}

interface PlaceProps {
  series: string;
  place: BoardPlace;
  children: (name: string) => ReactNode;
}

function Place({ series, place, children }: PlaceProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { latest } = place;
  const name = i18n.language === 'en' ? place.unitEn || place.unit : place.unit;
  return (
    <li className={`place place-${place.state.toLowerCase()}`}>
      <strong>
        {latest !== null && place.reportId !== null ? (
          <RouterLink to="/board/$series/$report" params={{ series, report: place.reportId }}>
            {name}
          </RouterLink>
        ) : (
          name
        )}
      </strong>
      <span className="place-state">{t(`board.state.${place.state}`)}</span>
      {latest ? <span>{t('board.at', { time: timeOf(latest.filedAt), n: latest.number })}</span> : null}
      {children(name)}
    </li>
  );
}
