import type { CalendarDay, SeriesCard, SeriesPage } from '../../src/api/index.ts';

const NAME = '통합재난 안전대책 및 코로나19 총력대응 읍면동 영상회의';

export const allSeries: SeriesCard[] = [
  { id: 's1', name: NAME, nameEn: 'Integrated disaster safety and COVID-19 response meeting' },
  { id: 's2', name: '이·통장 영상회의', nameEn: '' },
];

export const page: SeriesPage = {
  id: 's1',
  day: '2020-12-08',
  name: NAME,
  nameEn: 'Integrated disaster safety and COVID-19 response meeting',
  theme: '코로나19와 조류인플루엔자',
  phases: [
    { from: '2020-02-25', until: '2020-05-10', name: '코로나19 비상대책 읍면동 영상회의', nameEn: '', theme: '' },
    {
      from: '2020-05-11',
      until: '2020-08-21',
      name: '시정운영전략 영상회의',
      nameEn: '',
      theme: '상황보고와 부서 안건',
    },
    { from: '2020-08-22', until: '2020-12-07', name: '코로나19 총력대응 영상회의', nameEn: '', theme: '' },
    { from: '2020-12-08', until: null, name: NAME, nameEn: '', theme: '코로나19와 조류인플루엔자' },
  ],
};

/** 2020-12, a meeting every day but one, the second in session, two on the tenth. */
export const month: CalendarDay[] = Array.from({ length: 31 }, (_, index) => {
  const day = index + 1;
  const date = `2020-12-${String(day).padStart(2, '0')}`;
  const meeting = {
    id: `m${280 + day}`,
    title: NAME,
    titleEn: '',
    ordinal: day > 8 ? null : 279 + day,
    startsAt: new Date(Date.parse(`${date}T08:30:00+09:00`)).toISOString(),
    state: day < 8 ? ('ADJOURNED' as const) : day === 8 ? ('IN_SESSION' as const) : ('SCHEDULED' as const),
  };
  const second = { ...meeting, id: null, startsAt: new Date(Date.parse(`${date}T15:00:00+09:00`)).toISOString() };
  return {
    date,
    holiday: day === 25 ? '기독탄신일(성탄절)' : null,
    holidayEn: day === 25 ? 'Christmas' : null,
    meetings: day === 14 ? [{ ...meeting, state: 'CANCELLED' as const }] : day === 10 ? [meeting, second] : [meeting],
  };
});
