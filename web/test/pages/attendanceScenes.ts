import * as attendance from '../mock/attendance.ts';
import * as fixtures from '../mock/fixtures.ts';
import { Refusal } from '../mock/server.ts';
import type { Scene } from './scenes.ts';

const staff = { 'GET /me': fixtures.host };
const path = '/attendance/m1';

/** Who was there: in one meeting, and over a period. */
export const ATTENDANCE_SCENES: Scene[] = [
  {
    name: 'attendance-meeting',
    path,
    answers: { ...staff, 'GET /meetings/m1/attendance': attendance.attended },
    shows: '보고 부서 14곳 가운데 13곳 참석',
  },
  {
    name: 'attendance-meeting-empty',
    path,
    answers: { ...staff, 'GET /meetings/m1/attendance': { units: [], expected: 0, expectedPresent: 0 } },
    shows: '아직 아무도 들어오지 않았습니다',
  },
  {
    name: 'attendance-meeting-denied',
    path,
    answers: {
      ...staff,
      'GET /meetings/m1/attendance': new Refusal(403, '이 회의의 내부 내용을 볼 권한이 없습니다.', 'Not allowed.'),
    },
    shows: '볼 권한이 없습니다',
  },
  {
    name: 'attendance-over',
    path: '/attendance',
    answers: { ...staff, 'GET /series/s1/attendance': attendance.regular },
    shows: '31회 중 0회',
  },
  {
    name: 'attendance-over-none',
    path: '/attendance',
    answers: { ...staff, 'GET /series/s1/attendance': [] },
    shows: '이 기간에 마친 회의가 없습니다',
  },
  {
    name: 'attendance-over-refused',
    path: '/attendance',
    answers: {
      ...staff,
      'GET /series/s1/attendance': new Refusal(
        400,
        '기간은 시작일부터 400일까지 고를 수 있습니다.',
        'At most 400 days.',
      ),
    },
    shows: '400일까지',
  },
];
