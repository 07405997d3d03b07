import * as figures from '../mock/figures.ts';
import * as fixtures from '../mock/fixtures.ts';
import { Refusal } from '../mock/server.ts';
import type { Scene } from './scenes.ts';

const path = '/figures';
const staff = { 'GET /me': fixtures.host };
const answers = { ...staff, 'GET /series/s1/roll-up': figures.month };

/** The city's figures over time. */
export const FIGURES_SCENES: Scene[] = [
  { name: 'figures', path, answers, shows: '가장 많은 날은' },
  {
    name: 'figures-table',
    path,
    answers,
    shows: '미제출 14곳',
    act: async (page) => {
      await page.getByText('표로 보기').click();
    },
  },
  { name: 'figures-none', path, answers: { ...staff, 'GET /series/s1/roll-up': [] }, shows: '모인 수치가 없습니다' },
  {
    name: 'figures-refused',
    path,
    answers: {
      ...staff,
      'GET /series/s1/roll-up': new Refusal(400, '기간은 시작일부터 400일까지 고를 수 있습니다.', 'x'),
    },
    shows: '400일까지',
  },
];
