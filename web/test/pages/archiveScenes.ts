import * as archive from '../mock/archive.ts';
import * as calendar from '../mock/calendar.ts';
import * as fixtures from '../mock/fixtures.ts';
import * as reports from '../mock/reports.ts';
import { Refusal } from '../mock/server.ts';
import type { Scene } from './scenes.ts';

const everybody = { 'GET /public/series': calendar.allSeries, 'GET /public/archive': archive.found };
const path = '/search?q=%EB%A7%88%EC%8A%A4%ED%81%AC';

/** Searching past meetings, as citizens and as staff. */
export const ARCHIVE_SCENES: Scene[] = [
  { name: 'archive-search', path, answers: everybody, shows: '31건' },
  {
    name: 'archive-search-english',
    path,
    answers: everybody,
    shows: 'Play from 00:12:30',
    act: async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
    },
  },
  {
    name: 'archive-search-nothing',
    path,
    answers: { ...everybody, 'GET /public/archive': archive.nothing },
    shows: '찾은 것이 없습니다',
  },
  {
    name: 'archive-search-refused',
    path,
    answers: {
      ...everybody,
      'GET /public/archive': new Refusal(
        503,
        '기록 색인을 만드는 중입니다. 잠시 뒤 다시 검색해 주세요.',
        'The index is being made.',
      ),
    },
    shows: '색인을 만드는 중입니다',
  },
  {
    name: 'archive-search-kind',
    path,
    answers: everybody,
    shows: '31건',
    act: async (page) => {
      await page.getByRole('link', { name: '회의록 19' }).click();
      await page.waitForURL(/kind=MINUTES/);
      await page.goBack();
      await page.waitForURL((url) => !url.search.includes('kind'));
      await page.getByRole('link', { name: '회의록 19' }).press('Enter');
      await page.waitForURL(/kind=MINUTES/);
    },
  },
  {
    name: 'archive-search-typed',
    path: '/search',
    answers: everybody,
    shows: '31건',
    act: async (page) => {
      await page.getByLabel('찾을 말').fill('마스크 3천 장');
      await page.getByLabel('찾을 말').press('Enter');
      await page.waitForURL(/q=/);
      await page.getByText('31건').waitFor();
    },
  },
  {
    name: 'archive-staff',
    path: '/archive?q=%EB%A7%88%EC%8A%A4%ED%81%AC',
    answers: {
      'GET /me': fixtures.host,
      'GET /series': fixtures.series,
      'GET /units': fixtures.units,
      'GET /report-templates': reports.templates,
      'GET /archive': archive.foundByStaff,
    },
    shows: '58건',
  },
];
