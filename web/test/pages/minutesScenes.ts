import type { Page } from 'playwright-core';
import * as fixtures from '../mock/fixtures.ts';
import * as minutes from '../mock/minutes.ts';
import { Refusal } from '../mock/server.ts';
import type { Scene } from './scenes.ts';

const path = '/meetings/m1/minutes';
const MINUTES = 'GET /meetings/m1/minutes';
const clerk = { 'GET /me': fixtures.host, 'GET /meetings/m1/minutes/signers': minutes.candidates };
const press = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};

/** The minutes of a meeting in their phases. */
export const MINUTES_SCENES: Scene[] = [
  {
    name: 'minutes-draft',
    path,
    answers: { ...clerk, [MINUTES]: minutes.draft },
    shows: "'표결 내용'을 적거나 '해당 없음'을 골라야 합니다.",
  },
  {
    name: 'minutes-saved',
    path,
    answers: {
      ...clerk,
      [MINUTES]: minutes.draft,
      'PATCH /meetings/m1/minutes': () => ({
        ...minutes.draft,
        revision: 13,
        fields: [
          ...minutes.draft.fields,
          { field: 'votes/meeting', value: '해당 없음', by: '윤다솜', at: '2020-12-08T00:00:00Z' },
        ],
      }),
    },
    shows: '방금 저장됨',
    act: async (page) => {
      await press('표결 해당 없음')(page);
      await press('발언 요지 문단 추가')(page);
      await page.getByLabel('발언 요지 2').waitFor();
    },
  },
  {
    name: 'minutes-reader',
    path,
    answers: { ...clerk, [MINUTES]: { ...minutes.draft, mayKeep: false } },
    shows: '제설차 두 대가 나가 있습니다',
    act: async (page) => {
      await page.getByText('배석자: 해당 없음').waitFor();
      if ((await page.locator('.minutes-record').getByRole('textbox').count()) > 0) {
        throw new Error('whoever only reads has nothing to write in');
      }
    },
  },
  {
    name: 'minutes-review',
    path,
    answers: { ...clerk, [MINUTES]: minutes.review },
    shows: '녹화에서 3cm로 확인했습니다',
  },
  {
    name: 'minutes-ask',
    path,
    answers: { ...clerk, [MINUTES]: { ...minutes.review, mayKeep: false } },
    shows: '입력해 주세요',
    act: async (page) => {
      await page.getByRole('button', { name: '정정 요청', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: '정정 요청', exact: true }).click();
    },
  },
  {
    name: 'minutes-release',
    path,
    answers: { ...clerk, [MINUTES]: minutes.waiting },
    shows: '문초롱 님이',
    act: async (page) => {
      await page.getByRole('button', { name: '확인하고 공개' }).waitFor();
    },
  },
  {
    name: 'minutes-release-mine',
    path,
    answers: { ...clerk, [MINUTES]: { ...minutes.waiting, release: { ...minutes.waiting.release, mine: true } } },
    shows: '다른 담당자의 확인을 기다립니다',
    act: async (page) => {
      if ((await page.getByRole('button', { name: /공개/ }).count()) > 0) {
        throw new Error('whoever asked cannot release it');
      }
    },
  },
  {
    name: 'minutes-withdrawn',
    path,
    answers: {
      ...clerk,
      [MINUTES]: {
        ...minutes.published,
        phase: 'FINAL',
        versions: minutes.published.versions.map((one) =>
          one.number === 2 ? { ...one, withdrawn: '농장 번지가 들어 있음' } : one,
        ),
      },
    },
    shows: '거둔 사유: 농장 번지가 들어 있음',
    act: async (page) => {
      await page.getByText('공개를 거두었습니다.').waitFor();
      if ((await page.getByRole('button', { name: '공개', exact: true }).count()) > 0) {
        throw new Error('a withdrawn version is not published again');
      }
    },
  },
  {
    name: 'minutes-incomplete',
    path,
    answers: {
      ...clerk,
      [MINUTES]: minutes.review,
      'POST /meetings/m1/minutes/finalise': new Refusal(
        400,
        "'표결 내용'을 적거나 '해당 없음'을 골라야 합니다. (공공기록물 관리에 관한 법률 시행령 §18②)",
        'Write the votes or choose that there were none.',
      ),
    },
    shows: "'표결 내용'을 적거나",
    act: async (page) => {
      await page.getByRole('button', { name: '확정', exact: true }).click();
      await page.getByLabel('시장 한가온 (의장)').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: '확정', exact: true }).click();
    },
  },
  {
    name: 'minutes-sign',
    path,
    answers: {
      ...clerk,
      [MINUTES]: minutes.signing,
      'POST /meetings/m1/minutes/sign': new Refusal(
        409,
        '읽은 뒤에 회의록 내용이 바뀌었습니다. 새 내용을 읽고 다시 서명하십시오.',
        'The minutes changed after you read them; read them again and sign.',
      ),
    },
    shows: '읽은 뒤에 회의록 내용이 바뀌었습니다',
    act: async (page) => {
      await page.getByRole('button', { name: '서명', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: '서명', exact: true }).click();
    },
  },
  {
    name: 'minutes-published',
    path,
    answers: { ...clerk, [MINUTES]: minutes.published },
    shows: '정정 사유: 면장 이름 오기',
  },
  {
    name: 'minutes-version',
    path,
    answers: { ...clerk, [MINUTES]: minutes.published, 'GET /meetings/m1/minutes/versions/1': minutes.reading },
    shows: '통학로를 먼저 치우십시오',
    act: press('읽기'),
  },
  {
    name: 'minutes-english',
    path,
    answers: { ...clerk, [MINUTES]: minutes.draft },
    shows: 'Write the votes or choose that there were none.',
    act: press('English'),
  },
  {
    name: 'minutes-denied',
    path,
    answers: { ...clerk, [MINUTES]: new Refusal(403, '이 일을 할 권한이 없습니다.', 'Not allowed.') },
    shows: '이 일을 할 권한이 없습니다',
  },
  {
    name: 'minutes-rehearsal',
    path,
    answers: {
      ...clerk,
      [MINUTES]: new Refusal(409, '리허설은 회의록을 남기지 않습니다.', 'A rehearsal leaves no minutes.'),
    },
    shows: '리허설은 회의록을 남기지 않습니다',
  },
  {
    name: 'minutes-open-to-all',
    path: '/meetings/m286',
    answers: { 'GET /public/meetings/m286/minutes': minutes.open },
    shows: '공개하지 않는 안건의 내용은 싣지 않습니다',
  },
];
