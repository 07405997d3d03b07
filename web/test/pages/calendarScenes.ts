import type { Page } from 'playwright-core';
import * as calendar from '../mock/calendar.ts';
import { Refusal } from '../mock/server.ts';
import type { Scene } from './scenes.ts';

const answers = {
  'GET /public/series': calendar.allSeries,
  'GET /public/series/s1': calendar.page,
  'GET /public/series/s1/months/2020-12': calendar.month,
};
const path = '/series/s1?day=2020-12-08';

/** The calendar of meetings, as citizens see it. */
export const CALENDAR_SCENES: Scene[] = [
  { name: 'calendar', path, answers, shows: '2020년 12월' },
  { name: 'calendar-english', path, answers, shows: 'Subscribe', act: english },
  {
    name: 'calendar-old-name',
    path,
    answers: { ...answers, 'GET /public/series/s1': { ...calendar.page, name: '시정운영전략 영상회의', nameEn: '' } },
    shows: '지금은 ‘통합재난',
  },
  {
    name: 'calendar-empty-month',
    path,
    answers: {
      ...answers,
      'GET /public/series/s1/months/2020-12': calendar.month.map((day) => ({ ...day, meetings: [] })),
    },
    shows: '이 달에는 공개 회의가 없습니다',
  },
  {
    name: 'calendar-missing',
    path,
    answers: { ...answers, 'GET /public/series/s1': new Refusal(404, '그런 회의체가 없습니다.', 'No such series.') },
    shows: '그런 회의체가 없습니다',
  },
  { name: 'calendar-series', path: '/series', answers, shows: '이·통장 영상회의' },
  {
    name: 'calendar-only-one',
    path: '/series',
    answers: { ...answers, 'GET /public/series': calendar.allSeries.slice(0, 1) },
    shows: '일정과 소식 받기',
  },
  {
    name: 'calendar-not-found',
    path: '/series',
    answers: { ...answers, 'GET /public/series': [] },
    shows: '그런 이름의 회의체가 없습니다',
    act: async (page) => {
      await page.getByLabel('회의체 찾기').fill('없는 이름');
    },
  },
];

async function english(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click();
}
