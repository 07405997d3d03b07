import type { Page } from 'playwright-core';
import * as audit from '../mock/audit.ts';
import * as fixtures from '../mock/fixtures.ts';
import { Refusal } from '../mock/server.ts';
import type { Scene } from './scenes.ts';

const path = '/admin/audit';
const answers = { 'GET /me': fixtures.host, 'GET /audit': audit.newest };
const prove = async (page: Page) => {
  await page.getByRole('button', { name: '기록이 온전한지 확인' }).click();
};

/** What the administrator reads of everybody's doing. */
export const AUDIT_SCENES: Scene[] = [
  {
    name: 'audit',
    path,
    answers,
    shows: '거부됨',
    act: async (page) => {
      await page.getByText('방송·비공개 전환').waitFor();
      await page.getByText('moon.landed').waitFor();
      await page.locator('summary', { hasText: '줄 보기' }).click();
      await page.getByText('시정운영전략 영상회의').waitFor();
    },
  },
  {
    name: 'audit-english',
    path,
    answers,
    shows: 'On or off air',
    act: async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Refused', { exact: true }).waitFor();
    },
  },
  {
    name: 'audit-filtered',
    path,
    answers,
    shows: '방송·비공개 전환',
    act: async (page) => {
      await page.getByLabel('누가').selectOption('p2');
      await page.getByLabel('무엇에').selectOption('meeting');
      const asked = page.waitForRequest((request) => request.url().includes('action=programme.'));
      await page.getByLabel('한 일').selectOption('programme.');
      const search = new URL((await asked).url()).searchParams;
      if (search.get('actor') !== 'p2' || search.get('subjectKind') !== 'meeting') throw new Error(`asked ${search}`);
    },
  },
  {
    name: 'audit-more',
    path,
    answers: { ...answers, 'GET /audit': audit.page },
    shows: '부서·기관 만듦',
    act: async (page) => {
      await page.route('**/api/v1/audit?below=4612', (route) => route.fulfill({ json: audit.older }));
      await page.getByRole('button', { name: '더 보기' }).click();
      await page.getByText('부서·기관 만듦').waitFor();
      if (await page.getByRole('button', { name: '더 보기' }).isVisible()) throw new Error('there is no more');
    },
  },
  {
    name: 'audit-whole',
    path,
    answers: { ...answers, 'GET /audit/proof': { entries: 4_711, brokenAt: null } },
    shows: '기록 4,711건을 모두 읽었습니다',
    act: prove,
  },
  {
    name: 'audit-broken',
    path,
    answers: { ...answers, 'GET /audit/proof': { entries: 4_300, brokenAt: 4_300 } },
    shows: '4,300번 기록이 빠졌거나 바뀌어',
    act: prove,
  },
  { name: 'audit-none', path, answers: { ...answers, 'GET /audit': [] }, shows: '찾는 기록이 없습니다' },
  { name: 'audit-loading', path, answers: { ...answers, 'GET /audit': 'never' }, shows: '불러오는 중입니다' },
  {
    name: 'audit-error',
    path,
    answers: { ...answers, 'GET /audit': new Refusal(500, '잠시 문제가 생겼습니다.', 'Something went wrong.') },
    shows: '다시 시도',
  },
  {
    name: 'audit-denied',
    path,
    answers: { ...answers, 'GET /me': { ...fixtures.host, cityRoles: [] } },
    shows: '이 화면을 볼 권한이 없습니다',
  },
];
