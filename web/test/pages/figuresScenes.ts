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
  {
    name: 'city-figures',
    path: '/city-figures',
    answers: { 'GET /public/series': fixtures.series, 'GET /public/series/s1/figures': figures.publicDays },
    shows: '바뀔 수 있습니다',
  },
  {
    name: 'city-figures-towns',
    path: '/city-figures',
    answers: { 'GET /public/series': fixtures.series, 'GET /public/series/s1/figures': figures.publicDays },
    shows: '읍·면·동과 부서별',
    act: async (page) => {
      await page.getByLabel('지표').selectOption('snow.plows');
    },
  },
  {
    name: 'city-figures-none',
    path: '/city-figures',
    answers: { 'GET /public/series': fixtures.series, 'GET /public/series/s1/figures': [] },
    shows: '모인 수치가 없습니다',
  },
  {
    name: 'citizen-figures',
    path: '/',
    answers: { 'GET /public/live': fixtures.between, 'GET /public/figures': figures.latest },
    shows: '최근 수치',
  },
];
