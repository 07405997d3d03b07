import * as archive from '../mock/archive.ts';
import * as calendar from '../mock/calendar.ts';
import * as fixtures from '../mock/fixtures.ts';
import * as reports from '../mock/reports.ts';
import { Refusal } from '../mock/server.ts';
import type { Scene } from './scenes.ts';

const everybody = { 'GET /public/series': calendar.allSeries, 'GET /public/archive': archive.found };
const path = '/search?q=%EB%A7%88%EC%8A%A4%ED%81%AC';

const record = {
  'GET /me': fixtures.host,
  'GET /public/meetings/m1': { ...fixtures.past[0], id: 'm1' },
  'GET /public/meetings/m1/chapters': archive.chapters,
  'GET /series/s1/board': reports.board,
};

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
  {
    name: 'record',
    path: '/meetings/m1/record?t=20',
    answers: {
      ...record,
      'GET /meetings/m1': { ...fixtures.meeting, state: 'ADJOURNED', adjournedAt: fixtures.meeting.startsAt },
    },
    shows: '이날의 상황보고',
    act: async (page) => {
      await page.getByRole('rowheader', { name: '가남읍', exact: true }).waitFor();
    },
  },
  {
    name: 'record-nothing',
    path: '/meetings/m1/record',
    answers: {
      ...record,
      'GET /meetings/m1': { ...fixtures.meeting, rehearsal: true, ordinal: null },
      'GET /meetings/m1/agenda': { ...fixtures.agenda, items: [] },
      'GET /directives': { ...fixtures.directives, directives: [] },
      'GET /needs': [],
    },
    shows: '지시사항이 없습니다',
  },
  {
    name: 'record-denied',
    path: '/meetings/m1/record',
    answers: { ...record, 'GET /meetings/m1': { ...fixtures.meeting, myPermissions: [] } },
    shows: '권한',
  },
  {
    name: 'record-missing',
    path: '/meetings/m9/record',
    answers: { ...record, 'GET /meetings/m9': new Refusal(404, '그런 회의가 없습니다.', 'There is no such meeting.') },
    shows: '온마루',
  },
];
