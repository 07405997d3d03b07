import type { Page } from 'playwright-core';
import * as fixtures from '../mock/fixtures.ts';
import * as reports from '../mock/reports.ts';
import { Refusal } from '../mock/server.ts';
import type { Scene } from './scenes.ts';

const path = '/reports';
const REPORT = '/series/s1/reports/r1';
const writer = {
  'GET /me': { ...fixtures.host, name: '김하늘', unit: '가남읍', post: '읍장', cityRoles: [] },
  'GET /report-templates': reports.templates,
  'GET /reports/mine': reports.due,
  'POST /series/s1/reports': reports.report,
  'GET /needs': [],
};
const REMINDERS = '/series/s1/reminders';
const watcher = {
  'GET /me': fixtures.host,
  'GET /series/s1/board': { ...reports.board, date: fixtures.meeting.date },
  [`GET ${REMINDERS}`]: { mayRemind: false, reminders: [], unreachable: [] },
};
const clerk = { ...watcher, [`GET ${REMINDERS}`]: reports.reminders };
const told = { ...writer, 'GET /needs/answered': reports.answered, 'GET /needs': [fixtures.need] };
const onlyOwn = async (page: Page) => {
  await page.getByText('검토 중', { exact: true }).waitFor();
  await page.getByText('불수용', { exact: true }).waitFor();
  if (await page.getByText('다른 회의체에서 한 건의').isVisible()) throw new Error('an answer of another series');
};
const remindHeungcheon = async (page: Page) => {
  await page.getByRole('button', { name: '흥천면 다시 보내기' }).click();
};
const type = (label: string, text: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).fill(text);
};

/** The form of a report in its states. */
export const REPORT_SCENES: Scene[] = [
  { name: 'report-form', path, answers: writer, shows: '마감까지 23분' },
  { name: 'report-none', path, answers: { ...writer, 'GET /reports/mine': [] }, shows: '오늘 낼 보고가 없습니다' },
  {
    name: 'report-faults',
    path,
    answers: { ...writer, 'POST /series/s1/reports': reports.faulty },
    shows: '누적은 17명이어야 합니다',
  },
  {
    name: 'report-saved',
    path,
    answers: {
      ...writer,
      [`PATCH ${REPORT}`]: () => ({
        report: { ...reports.report, revision: 8, situation: '이상 없음' },
        overwritten: [],
      }),
    },
    shows: '방금 저장됨',
    act: type('특이사항', '이상 없음'),
  },
  {
    name: 'report-unsent',
    path,
    answers: writer,
    shows: '이 기기에 보관했습니다',
    act: async (page) => {
      await page.route('**/reports/r1', (route) => route.abort());
      await type('특이사항', '지하차도 침수, 통제 중')(page);
      await page.getByText('이 기기에 보관했습니다').waitFor();
      await page.reload();
      const kept = await page.getByLabel('특이사항', { exact: true }).inputValue();
      if (kept !== '지하차도 침수, 통제 중') throw new Error(`a reload lost what was typed: ${kept}`);
    },
  },
  {
    name: 'report-disk-full',
    path,
    answers: {
      ...writer,
      [`PATCH ${REPORT}`]: new Refusal(507, '서버의 디스크가 가득 차서 저장하지 못했습니다.', 'The disk is full.'),
    },
    shows: '디스크가 가득',
    act: async (page) => {
      // One word without an end, as a careless paste leaves it.
      await type('특이사항', '가'.repeat(700))(page);
      await page.getByText('서버가 저장하지 못해 이 기기에 보관했습니다').waitFor();
    },
  },
  {
    name: 'report-filed',
    path,
    answers: { ...writer, 'POST /series/s1/reports': reports.filed },
    shows: '마감 뒤 추가 보고',
  },
  {
    name: 'report-final',
    path,
    answers: { ...writer, [`POST ${REPORT}/file`]: reports.final },
    shows: '최종',
    act: async (page) => {
      await page.getByText('오늘의 마지막 보고(최종)').click();
      const asked = page.waitForRequest((request) => request.url().endsWith('/reports/r1/file'));
      await page.getByRole('button', { name: '제출', exact: true }).click();
      if (!(await asked).postDataJSON().last) throw new Error('it was not filed as the last one');
    },
  },
  {
    name: 'report-corrected',
    path,
    answers: { ...writer, 'POST /series/s1/reports': { ...reports.corrected, mayFile: true } },
    shows: '추가',
    act: (page) => page.locator('summary', { hasText: '제출 기록' }).click(),
  },
  { name: 'report-answered', path, answers: told, shows: '지난 건의에 대한 답', act: onlyOwn },
  {
    name: 'report-answered-english',
    path,
    answers: told,
    shows: 'Under study',
    act: async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Answers to earlier needs').waitFor();
    },
  },
  {
    name: 'report-unanswered',
    path,
    answers: writer,
    shows: '마감까지 23분',
    act: async (page) => {
      const answers = page.waitForResponse('**/needs/answered?*');
      await page.reload();
      await answers;
      await page.getByRole('heading', { name: '건의' }).waitFor();
      if (await page.getByText('지난 건의에 대한 답').isVisible()) throw new Error('answers to nothing');
    },
  },
  {
    name: 'report-answers-failed',
    path,
    answers: { ...writer, 'GET /needs/answered': new Refusal(403, '이 일을 할 권한이 없습니다.', 'Not allowed.') },
    shows: '이 일을 할 권한이 없습니다',
  },
  {
    name: 'report-refused',
    path,
    answers: {
      ...writer,
      [`POST ${REPORT}/file`]: new Refusal(400, '적은 것이 없습니다.', 'Nothing is written.'),
    },
    shows: '적은 것이 없습니다',
    act: async (page) => {
      await page.getByRole('button', { name: '제출', exact: true }).click();
    },
  },
  {
    name: 'report-english',
    path,
    answers: writer,
    shows: '23 min left',
    act: async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
    },
  },
  {
    name: 'report-error',
    path,
    answers: { ...writer, 'GET /reports/mine': new Refusal(500, '잠시 문제가 생겼습니다.', 'Something went wrong.') },
    shows: '다시 시도',
  },
  { name: 'board', path: '/board', answers: watcher, shows: '3/5 제출' },
  {
    name: 'board-report',
    path: '/board',
    answers: {
      ...watcher,
      'GET /report-templates': reports.templates,
      'GET /series/s1/reports/Ganam-eup': reports.corrected,
      'GET /series/s1/reports/r1/versions/2': reports.version,
    },
    shows: '이웃 시에서 이미 셌습니다',
    act: (page) => page.getByRole('link', { name: '가남읍' }).click(),
  },
  {
    name: 'board-report-gone',
    path: '/board/s1/r9',
    answers: {
      ...watcher,
      'GET /report-templates': reports.templates,
      'GET /series/s1/reports/r9': new Refusal(404, '그런 보고서가 없습니다.', 'There is no such report.'),
    },
    shows: '그런 보고서가 없습니다',
  },
  {
    name: 'board-city-figure',
    path: '/board',
    answers: {
      ...clerk,
      'PUT /series/s1/city-figures/2026-11-23/covid.confirmed': new Refusal(
        400,
        '확진: 0보다 작을 수 없습니다.',
        'Confirmed: must not be negative.',
      ),
    },
    shows: '확진: 0보다 작을 수 없습니다',
    act: async (page) => {
      await page.getByRole('button', { name: '확진 시 발표 수치 고치기' }).click();
      await type('누적', '-1,700')(page);
      await page.getByRole('button', { name: '저장' }).click();
    },
  },
  {
    name: 'board-none',
    path: '/board',
    answers: { ...watcher, 'GET /series/s1/board': { ...reports.board, columns: [] } },
    shows: '이날은 낼 보고가 없습니다',
  },
  {
    name: 'board-denied',
    path: '/board',
    answers: { ...watcher, 'GET /series/s1/board': new Refusal(403, '이 일을 할 권한이 없습니다.', 'Not allowed.') },
    shows: '이 일을 할 권한이 없습니다',
  },
  { name: 'board-clerk', path: '/board', answers: clerk, shows: '알림 받을 곳을 적은 사람이 없습니다' },
  {
    name: 'board-reminded',
    path: '/board',
    answers: { ...clerk, [`POST ${REMINDERS}`]: reports.remindedAgain },
    shows: '문자 보내는 프로그램에 넘김',
    act: async (page) => {
      await remindHeungcheon(page);
      await page.getByText('알림을 보냅니다.').waitFor();
      await page.locator('summary', { hasText: '못 보냄 1' }).click();
    },
  },
  {
    name: 'board-remind-refused',
    path: '/board',
    answers: {
      ...clerk,
      [`POST ${REMINDERS}`]: new Refusal(429, '방금 알렸습니다. 4분 뒤에 다시 보낼 수 있습니다.', 'Reminded just now.'),
    },
    shows: '4분 뒤에 다시',
    act: remindHeungcheon,
  },
  {
    name: 'board-reminded-english',
    path: '/board',
    answers: clerk,
    shows: 'The receiving server refused it.',
    act: async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.locator('summary', { hasText: '1 not sent' }).click();
    },
  },
];
