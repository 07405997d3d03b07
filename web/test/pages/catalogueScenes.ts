import type { Page } from 'playwright-core';
import { catalogue } from '../mock/catalogue.ts';
import * as fixtures from '../mock/fixtures.ts';
import { Refusal } from '../mock/server.ts';
import type { Scene } from './scenes.ts';

const path = '/admin/templates';
const answers = { 'GET /me': fixtures.host, 'GET /report-catalogue': catalogue };
const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};
const add = async (page: Page): Promise<void> => {
  await press('서식 추가')(page);
  await page.getByLabel('이름', { exact: true }).fill('한파');
  await page.getByLabel('영문 이름').fill('Cold wave');
  await page.getByLabel('지표 넣기').selectOption({ label: '적설 (cm)' });
  await page.getByLabel('지표 넣기').selectOption({ label: '소독 인력 (명)' });
};

/** What the administrator lets units be asked. */
export const CATALOGUE_SCENES: Scene[] = [
  { name: 'templates', path, answers, shows: '더는 쓰지 않는 서식' },
  {
    name: 'templates-english',
    path,
    answers,
    shows: 'Avian influenza',
    act: async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Retired templates' }).waitFor();
    },
  },
  {
    name: 'template-new',
    path,
    answers,
    shows: '묻는 차례',
    act: async (page) => {
      await add(page);
      await press('소독 인력 위로')(page);
      await page.getByRole('listitem').filter({ hasText: '적설' }).last().waitFor();
    },
  },
  {
    name: 'template-refused',
    path,
    answers: {
      ...answers,
      'POST /report-templates': new Refusal(
        409,
        '같은 이름의 보고 서식이 있습니다: 한파',
        'There is a report template of this name: Cold wave',
      ),
    },
    shows: '같은 이름의 보고 서식이 있습니다: 한파',
    act: async (page) => {
      await add(page);
      await press('저장')(page);
    },
  },
  {
    name: 'template-faults',
    path,
    answers,
    shows: '영문 이름을 입력해 주세요.',
    act: async (page) => {
      await press('서식 추가')(page);
      await press('저장')(page);
    },
  },
  {
    name: 'metric-new',
    path,
    answers,
    shows: '시민에게 공개하려면 그 근거를 적어 주세요.',
    act: async (page) => {
      await press('지표 추가')(page);
      await page.getByLabel('이름', { exact: true }).fill('동파 신고');
      await page.getByLabel('영문 이름').fill('Frozen pipes');
      await page.getByLabel('시 전체 수치').selectOption('PUBLIC');
      await press('저장')(page);
    },
  },
  {
    name: 'metric-filed',
    path,
    answers,
    shows: '이미 보고된 지표입니다.',
    act: press('고치기 적설'),
  },
];
