import type { Page } from 'playwright-core';
import * as calendar from '../mock/calendar.ts';
import * as figures from '../mock/figures.ts';
import * as fixtures from '../mock/fixtures.ts';
import { type Answers, Refusal } from '../mock/server.ts';
import { ARCHIVE_SCENES } from './archiveScenes.ts';
import { ATTENDANCE_SCENES } from './attendanceScenes.ts';
import { AUDIT_SCENES } from './auditScenes.ts';
import { CALENDAR_SCENES } from './calendarScenes.ts';
import { CATALOGUE_SCENES } from './catalogueScenes.ts';
import { FIGURES_SCENES } from './figuresScenes.ts';
import { MINUTES_SCENES } from './minutesScenes.ts';
import { PUSH_SCENES } from './pushScenes.ts';
import { REPORT_SCENES } from './reportScenes.ts';

/** One page in one state: what the server answers, where to go, what to press, what must be there. */
export interface Scene {
  name: string;
  path: string;
  answers?: Answers;
  /** Text that must be on the page before it is judged. */
  shows: string | RegExp;
  act?: (page: Page) => Promise<void>;
}

const staff = { 'GET /me': fixtures.host };
const broken = new Refusal(500, '잠시 문제가 생겼습니다. 조금 뒤 다시 시도해 주세요.', 'Something went wrong.');
/** A moment of the last meeting. */
const minutesBeforeEnd = (minutes: number): string =>
  new Date(Date.parse(fixtures.past[0]?.adjournedAt ?? '') - minutes * 60_000).toISOString();
const raced = new Refusal(
  409,
  '그 사이 읍장 김하늘 님이 바꿨습니다(추진 중). 새 내용을 보고 다시 하십시오.',
  'Somebody changed it meanwhile. Look at it and try again.',
);
const invitation = {
  meetingTitle: fixtures.meeting.title,
  startsAt: fixtures.meeting.startsAt,
  label: '농림축산검역본부 김하늘 과장',
  unit: null,
  state: 'OPEN',
};
const dealtWith = {
  'GET /public/meetings/m284/agenda': fixtures.dealt,
  'GET /public/series': calendar.allSeries,
  'GET /public/series/s1/months/2020-12': [],
  'GET /public/series/s2/months/2020-12': calendar.month,
  'GET /public/series/s2/figures': figures.publicDays,
};
const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};

/** The player, begun at a second. There is no recording here: it never comes, so that the player does not give up. */
async function playerFrom(page: Page, second: number): Promise<void> {
  await page.route('**/recordings/**', () => undefined);
  const again = page.getByRole('button', { name: '다시 시도' });
  const video = page.locator(`video[src$="#t=${second}"]`);
  await again.or(video).waitFor({ state: 'attached' });
  // It may have been asked for before it was held back.
  if (await again.isVisible()) await again.click();
  await video.waitFor({ state: 'attached' });
}

export const SCENES: Scene[] = [
  { name: 'citizen-live', path: '/', shows: '생중계' },
  {
    name: 'citizen-agenda',
    path: '/',
    answers: { 'GET /public/meetings/m1/agenda': fixtures.publicAgenda },
    shows: '오늘의 안건',
  },
  {
    name: 'citizen-off-air',
    path: '/',
    answers: { 'GET /public/live': { ...fixtures.live, state: 'off-air' } },
    shows: '비공개로 진행하는 동안',
  },
  { name: 'citizen-between', path: '/', answers: { 'GET /public/live': fixtures.between }, shows: '다음 회의' },
  {
    name: 'citizen-empty',
    path: '/',
    answers: { 'GET /public/live': { ...fixtures.between, next: null }, 'GET /public/meetings': [] },
    shows: '다음 회의 일정이 아직 없습니다',
  },
  {
    name: 'citizen-official',
    path: '/',
    answers: { 'GET /public/city': { ...fixtures.city, demo: false, official: true } },
    shows: '공식 전자정부 누리집',
  },
  {
    name: 'citizen-neither',
    path: '/',
    answers: { 'GET /public/city': { ...fixtures.city, demo: false } },
    shows: '생중계',
    act: async (page) => {
      await page.getByText('여주시').first().waitFor();
      const claims = page.getByText(/공식 전자정부|시연용/);
      if ((await claims.count()) > 0) throw new Error('a trial must not call itself official');
    },
  },
  {
    name: 'citizen-english',
    path: '/',
    answers: { 'GET /public/live': fixtures.between },
    shows: 'Next meeting',
    act: press('English'),
  },
  { name: 'past-list', path: '/meetings', shows: '제286회' },
  { name: 'past-error', path: '/meetings', answers: { 'GET /public/meetings': broken }, shows: '다시 시도' },
  { name: 'past-meeting', path: '/meetings/m286', shows: '내려받기' },
  {
    name: 'past-moment',
    path: `/meetings/m286?at=${encodeURIComponent(minutesBeforeEnd(5))}`,
    shows: '내려받기',
    act: async (page) => {
      const from = Math.floor((fixtures.past[0]?.recording?.durationMs ?? 0) / 1_000) - 305;
      await playerFrom(page, from);
    },
  },
  {
    name: 'past-chapter',
    path: '/meetings/m286?t=130',
    shows: '조류인플루엔자 상황',
    act: async (page) => {
      await playerFrom(page, 130);
      await page.locator('a[aria-current="true"]', { hasText: '강천면 상황보고' }).waitFor();
      await page.getByRole('link', { name: '지시사항 이월' }).press('Enter');
      await page.waitForURL(/t=0/);
    },
  },
  { name: 'past-preparing', path: '/meetings/m283', shows: '녹화를 정리하고 있습니다' },
  { name: 'past-unrecorded', path: '/meetings/m284', shows: '녹화 없음' },
  {
    name: 'past-agenda',
    path: '/meetings/m284',
    answers: dealtWith,
    shows: '이날의 수치 보기',
    act: async (page) => {
      await page.getByText('세종대왕면 상황보고').waitFor();
      await page.getByText('08:32').waitFor();
    },
  },
  {
    name: 'past-agenda-english',
    path: '/meetings/m284',
    answers: dealtWith,
    shows: 'Figures of the day',
    act: async (page) => {
      await press('English')(page);
      await page.getByText('What was dealt with').waitFor();
    },
  },
  {
    name: 'past-agenda-recorded',
    path: '/meetings/m286',
    answers: { 'GET /public/meetings/m286/agenda': fixtures.dealt },
    shows: '이날 다룬 안건',
  },
  {
    name: 'past-figures',
    path: '/meetings/m284',
    answers: dealtWith,
    shows: '표로 보기',
    act: async (page) => {
      await page.getByRole('link', { name: '이날의 수치 보기' }).click();
      const last = await page.getByLabel('마지막 날').inputValue();
      const series = await page.getByLabel('회의체').inputValue();
      if (last !== '2020-12-05' || series !== 's2') throw new Error(`the figures of ${series} until ${last}`);
    },
  },
  { name: 'past-unknown', path: '/meetings/nothing', shows: '찾을 수 없습니다' },
  { name: 'not-found', path: '/no/such/page', shows: '찾으시는 화면이 없습니다' },
  { name: 'sign-in', path: '/sign-in', shows: '직원 아이디로' },
  { name: 'sign-in-incomplete', path: '/sign-in', shows: '아이디를 입력해 주세요', act: press('로그인') },
  {
    name: 'sign-in-refused',
    path: '/sign-in',
    answers: { 'POST /session': new Refusal(401, '아이디나 비밀번호가 맞지 않습니다.', 'Wrong name or password.') },
    shows: '맞지 않습니다',
    act: async (page) => {
      await page.getByLabel('아이디').fill('mayor');
      await page.getByLabel('비밀번호').fill('wrong password');
      await page.getByRole('button', { name: '로그인' }).click();
    },
  },
  {
    name: 'sign-in-first',
    path: '/admin/people',
    shows: '직원 아이디로',
    act: async (page) => {
      // The sign-in page arrives late, as on a slow line: meanwhile nobody may be sent round in circles.
      await page.route('**/assets/SignInPage-*', async (route) => {
        await page.waitForTimeout(700);
        await route.continue();
      });
      await page.goto(new URL('/admin/people', page.url()).href);
      await page.waitForURL('**/sign-in?next=%2Fadmin%2Fpeople');
    },
  },
  {
    name: 'setup',
    path: '/setup?token=abc',
    answers: { 'GET /me': { ...fixtures.nobody, setupNeeded: true } },
    shows: '첫 관리자',
  },
  { name: 'setup-done', path: '/setup', shows: '설정을 이미 마쳤습니다' },
  { name: 'account', path: '/account', answers: staff, shows: '다른 기기에서는 로그아웃됩니다' },
  {
    name: 'account-differs',
    path: '/account',
    answers: staff,
    shows: '두 번이 서로 다릅니다',
    act: async (page) => {
      await page.getByLabel('새 비밀번호', { exact: true }).fill('long enough one');
      await page.getByLabel('새 비밀번호 한 번 더').fill('long enough two');
      await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
      await page.getByText('입력해 주세요.').waitFor();
    },
  },
  {
    name: 'account-done',
    path: '/account',
    answers: { ...staff, 'PUT /me/password': null },
    shows: '비밀번호를 바꿨습니다',
    act: async (page) => {
      await page.getByLabel('지금 비밀번호').fill('the old one');
      await page.getByLabel('새 비밀번호', { exact: true }).fill('long enough one');
      await page.getByLabel('새 비밀번호 한 번 더').fill('long enough one');
      await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
    },
  },
  {
    name: 'account-contact-saved',
    path: '/account',
    answers: {
      ...staff,
      'PUT /me/contact': { ...fixtures.contact, mobile: '010-1234-5678', ways: ['EMAIL', 'SMS'] },
    },
    shows: '저장했습니다',
    act: async (page) => {
      await page.getByText('아직 보내지 않는 방법입니다: 전자우편').waitFor();
      await page.getByLabel('휴대전화 번호').fill('+82 10 1234 5678');
      await page.getByText('문자', { exact: true }).click();
      await page.getByRole('button', { name: '알림 받을 곳 저장' }).click();
      await page.getByText('저장했습니다').waitFor();
      const kept = await page.getByLabel('휴대전화 번호').inputValue();
      if (kept !== '010-1234-5678') throw new Error(`not as the server keeps it: ${kept}`);
    },
  },
  {
    name: 'account-contact-refused',
    path: '/account',
    answers: {
      ...staff,
      'PUT /me/contact': new Refusal(
        400,
        '휴대전화 번호가 아닙니다. 010-1234-5678처럼 적으십시오.',
        'This is no Korean mobile number.',
      ),
    },
    shows: '휴대전화 번호가 아닙니다',
    act: async (page) => {
      await page.getByLabel('휴대전화 번호').fill('031-887-1234');
      await page.getByRole('button', { name: '알림 받을 곳 저장' }).click();
    },
  },
  {
    name: 'reset',
    path: '/reset?token=abc',
    answers: {
      'GET /password-links/abc': { name: '이서연', loginName: 'admin', expiresAt: fixtures.meeting.startsAt },
    },
    shows: '이서연 님(admin)',
  },
  {
    name: 'reset-expired',
    path: '/reset?token=abc',
    answers: { 'GET /password-links/abc': new Refusal(410, '링크의 기한이 지났습니다.', 'The link has expired.') },
    shows: '기한이 지났습니다',
  },
  { name: 'invitation', path: '/i/tok', answers: { 'GET /invitations/tok': invitation }, shows: '회의로 가기' },
  {
    name: 'invitation-expired',
    path: '/i/tok',
    answers: { 'GET /invitations/tok': { ...invitation, state: 'EXPIRED' } },
    shows: '기한이 지난',
  },
  { name: 'invitation-unknown', path: '/i/tok', shows: '없는 초대' },
  {
    name: 'first-steps',
    path: '/desk',
    answers: { 'GET /me': fixtures.host, 'GET /series': [], 'GET /meetings': [] },
    shows: '처음 할 일',
  },
  { name: 'desk', path: '/desk', answers: staff, shows: '회의 들어가기' },
  { name: 'desk-empty', path: '/desk', answers: { ...staff, 'GET /meetings': [] }, shows: '오늘은 회의가 없습니다' },
  { name: 'desk-adjourn', path: '/desk', answers: staff, shows: '회의를 마칠까요', act: press('회의 마치기') },
  {
    name: 'desk-pack',
    path: '/desk',
    answers: {
      ...staff,
      'GET /meetings/m1/agenda/pack.pdf': new Refusal(
        503,
        'PDF에 쓸 한글 글꼴이 서버에 없습니다. 다른 형식으로 받거나 관리자에게 fonts-nanum 설치를 부탁하십시오.',
        'The server has no Korean font for PDF files. Take another format, or have fonts-nanum installed.',
      ),
    },
    shows: '다른 형식으로 받거나',
    act: press('안건 자료 내려받기'),
  },
  { name: 'desk-rehearsal', path: '/desk', answers: staff, shows: '회차도 매기지', act: press('리허설') },
  {
    name: 'desk-invitations',
    path: '/desk',
    answers: staff,
    shows: '지금 한 번만',
    act: async (page) => {
      await page.getByRole('button', { name: '초대' }).first().click();
      await page.getByLabel('누구를 초대하나요').fill('농림축산검역본부 김하늘');
      await page.getByRole('button', { name: '초대 링크 만들기' }).click();
    },
  },
  { name: 'people', path: '/admin/people', answers: staff, shows: '남궁민수' },
  { name: 'people-new', path: '/admin/people', answers: staff, shows: '시 전체 역할', act: press('사람 추가') },
  { name: 'people-denied', path: '/admin/people', answers: { 'GET /me': fixtures.attendee }, shows: '권한이 없습니다' },
  {
    name: 'people-edit',
    path: '/admin/people',
    answers: staff,
    shows: '직무대리는 부서·기관 화면에서',
    act: press('남궁민수 고치기'),
  },
  {
    name: 'people-contact',
    path: '/admin/people',
    answers: {
      ...staff,
      'GET /people/p4/contact': { ...fixtures.contact, mobile: '010-1234-5678' },
      'PUT /people/p4/contact': { ...fixtures.contact, mobile: '010-8765-4321' },
    },
    shows: '저장했습니다',
    act: async (page) => {
      await press('남궁민수 고치기')(page);
      await page.locator('summary', { hasText: '알림 받을 곳 보기' }).click();
      await page.getByText('받는 방법은 본인이 정합니다').waitFor();
      await page.getByLabel('휴대전화 번호').fill('010 8765 4321');
      await page.getByLabel('휴대전화 번호').press('Enter');
      await page.getByText('저장했습니다').waitFor();
      const kept = await page.getByLabel('휴대전화 번호').inputValue();
      if (kept !== '010-8765-4321') throw new Error(`not as the server keeps it: ${kept}`);
    },
  },
  {
    name: 'people-postless',
    path: '/admin/people',
    answers: staff,
    shows: '비어 있는 직위가 없습니다',
    act: async (page) => {
      await page.getByRole('button', { name: '사람 추가' }).click();
      await page.getByLabel('이름', { exact: true }).fill('새사람');
      await page.getByLabel('부서·기관').selectOption({ label: '점동면' });
      await page.getByRole('button', { name: '저장' }).click();
    },
  },
  { name: 'units', path: '/admin/units', answers: staff, shows: '능서면' },
  {
    name: 'units-empty',
    path: '/admin/units',
    answers: { ...staff, 'GET /units': [] },
    shows: '아직 부서·기관이 없습니다',
  },
  { name: 'units-error', path: '/admin/units', answers: { ...staff, 'GET /posts': broken }, shows: '다시 시도' },
  { name: 'units-loading', path: '/admin/units', answers: { ...staff, 'GET /posts': 'never' }, shows: '불러오는 중' },
  { name: 'units-denied', path: '/admin/units', answers: { 'GET /me': fixtures.attendee }, shows: '권한이 없습니다' },
  {
    name: 'units-over',
    path: '/admin/units',
    answers: {
      ...staff,
      'GET /units': fixtures.units.map((unit, index) => ({ ...unit, until: index === 1 ? '2020-12-31' : null })),
    },
    shows: '새마을운동담당',
    act: async (page) => {
      await page.getByText('끝난 직위 1개').click();
    },
  },
  {
    name: 'units-english',
    path: '/admin/units',
    answers: staff,
    shows: 'Acting',
    act: press('English'),
  },
  { name: 'units-rename', path: '/admin/units', answers: staff, shows: '예전 이름은', act: press(/이름 바꾸기/) },
  {
    name: 'units-end',
    path: '/admin/units',
    answers: staff,
    shows: '같은 날까지입니다',
    act: press('가남읍 마지막 날'),
  },
  { name: 'posts-new', path: '/admin/units', answers: staff, shows: '예: 면장', act: press('가남읍 직위 추가') },
  {
    name: 'posts-details',
    path: '/admin/units',
    answers: staff,
    shows: '이 직위의 사람',
    act: press('가남읍 맞춤형복지팀장 자세히'),
  },
  {
    name: 'posts-remove',
    path: '/admin/units',
    answers: staff,
    shows: '이 기록을 지울까요?',
    act: async (page) => {
      await press('가남읍 맞춤형복지팀장 자세히')(page);
      await press('박준호 기록 지우기')(page);
    },
  },
  {
    name: 'posts-put',
    path: '/admin/units',
    answers: staff,
    shows: '대신합니다',
    act: press('점동면 면장 사람 정하기'),
  },
  {
    name: 'posts-put-refused',
    path: '/admin/units',
    answers: {
      ...staff,
      'POST /posts/q1/holdings': new Refusal(
        409,
        '그 기간에는 이미 다른 사람의 직위입니다(2024. 1. 1.부터). 먼저 그 사람의 마지막 날을 정하거나 직무대리로 정하십시오.',
        'Somebody else holds the post in that time (2024-01-01–).',
      ),
    },
    shows: '이미 다른 사람의 직위입니다',
    act: async (page) => {
      await press('점동면 면장 사람 정하기')(page);
      await page.getByLabel('구분').selectOption('HOLDER');
      await page.getByLabel('사람', { exact: true }).selectOption({ index: 1 });
      await page.getByRole('button', { name: '저장' }).click();
    },
  },
  { name: 'series', path: '/admin/series', answers: staff, shows: '다음 회차' },
  {
    name: 'series-ordinal',
    path: '/admin/series',
    answers: {
      ...staff,
      'PUT /series/s1/next-ordinal': new Refusal(
        409,
        '이미 쓴 회차입니다. 제288회부터 정할 수 있습니다.',
        'That number is taken; it can be 288 or more.',
      ),
    },
    shows: '제288회부터 정할 수 있습니다',
    act: async (page) => {
      await press(/다음 회차 고치기/)(page);
      await page.getByLabel('다음 회의의 회차').fill('12');
      await press('저장')(page);
    },
  },
  { name: 'series-new', path: '/admin/series', answers: staff, shows: '입장 시작', act: press('회의체 추가') },
  {
    name: 'series-weekly',
    path: '/admin/series',
    answers: staff,
    shows: '요일을 하나 이상 고르세요',
    act: async (page) => {
      await press('회의체 추가')(page);
      await page.getByLabel('회의 주기').selectOption('WEEKLY');
      await page.getByText('월요일', { exact: true }).click();
      await press('저장')(page);
    },
  },
  {
    name: 'series-faults',
    path: '/admin/series',
    answers: staff,
    shows: '5에서 720 사이의 숫자를',
    act: async (page) => {
      await press('회의체 추가')(page);
      await page.getByLabel('이름', { exact: true }).fill('주간 회의');
      await page.getByLabel('예정 시간(분)').fill('4');
      await press('저장')(page);
      await page.getByText('영문 이름을 입력해 주세요').waitFor();
    },
  },
  {
    name: 'unit-faults',
    path: '/admin/units',
    answers: staff,
    shows: '영문 이름을 입력해 주세요',
    act: async (page) => {
      await press('부서·기관 추가')(page);
      await press('저장')(page);
    },
  },
  {
    name: 'menu',
    path: '/admin/series',
    answers: staff,
    shows: '공휴일',
    act: async (page) => {
      const menu = page.getByRole('group').filter({ hasText: '관리' });
      const units = menu.getByRole('link', { name: '부서·기관' });
      const summary = page.getByText('관리', { exact: true });
      await summary.press('Enter');
      await units.waitFor();
      await page.keyboard.press('Escape');
      await units.waitFor({ state: 'hidden' });
      await summary.click();
      await units.click();
      await page.getByRole('heading', { level: 1, name: '부서·기관' }).waitFor();
      await units.waitFor({ state: 'hidden' });
      await summary.click();
    },
  },
  { name: 'holidays', path: '/admin/holidays', answers: staff, shows: '전국동시지방선거일' },
  {
    name: 'holiday-faults',
    path: '/admin/holidays',
    answers: staff,
    shows: '입력해 주세요',
    act: async (page) => {
      await press('공휴일 추가')(page);
      await page.getByLabel('근거').fill('');
      await press('저장')(page);
    },
  },
  { name: 'series-schedule', path: '/admin/series/s1', answers: staff, shows: '시정운영전략 영상회의' },
  {
    name: 'series-unknown',
    path: '/admin/series/none',
    answers: staff,
    shows: '그런 회의체가 없습니다',
  },
  {
    name: 'phase-faults',
    path: '/admin/series/s1',
    answers: staff,
    shows: '07:30처럼 적어 주세요',
    act: async (page) => {
      await press('새 단계 시작')(page);
      await page.getByLabel('제출 마감').fill('7시 반');
      await press('저장')(page);
    },
  },
  {
    name: 'phase-refused',
    path: '/admin/series/s1',
    answers: {
      ...staff,
      'POST /series/s1/phases': new Refusal(
        409,
        '그 날짜에 시작하는 단계가 이미 있습니다. 그 단계를 고치거나 다른 날짜를 고르십시오.',
        'A phase already begins on that day.',
      ),
    },
    shows: '그 날짜에 시작하는 단계가 이미 있습니다',
    act: async (page) => {
      await press('새 단계 시작')(page);
      await press('저장')(page);
    },
  },
  {
    name: 'phase-drop',
    path: '/admin/series/s1',
    answers: staff,
    shows: '이 단계를 취소할까요',
    act: press(/새해 시정 .* 단계 취소/),
  },
  {
    name: 'day-faults',
    path: '/admin/series/s1',
    answers: staff,
    shows: '까닭을 적어 주세요',
    act: async (page) => {
      await press('2026. 12. 21. (월) 변경')(page);
      await press('저장')(page);
    },
  },
  { name: 'series-members', path: '/admin/series', answers: staff, shows: '구성원 5명', act: press(/구성원/) },
  { name: 'directives', path: '/directives', answers: staff, shows: '이월 6회' },
  {
    name: 'directives-history',
    path: '/directives',
    answers: { ...staff, 'POST /directives/d15/moves': raced },
    shows: '그 사이 읍장 김하늘 님이',
    act: async (page) => {
      await page.getByText('처리 과정 2단계').first().click();
      await page.getByRole('button', { name: '추진 시작' }).nth(1).click();
    },
  },
  {
    name: 'directives-all',
    path: '/directives',
    answers: staff,
    shows: 'V 키를 누르면',
    act: press('전체'),
  },
  {
    name: 'directives-verified',
    path: '/directives',
    answers: { ...staff, 'POST /directives/d12/moves': raced },
    shows: '그 사이 읍장 김하늘 님이',
    act: async (page) => {
      await press('전체')(page);
      await page.getByRole('article', { name: '강변 체육시설 소독' }).first().press('v');
    },
  },
  {
    name: 'directives-return',
    path: '/directives',
    answers: staff,
    shows: '입력해 주세요',
    act: async (page) => {
      await press('전체')(page);
      await press('보완 요구')(page);
      await page.getByRole('dialog').getByRole('button', { name: '보완 요구' }).click();
    },
  },
  {
    name: 'directives-none',
    path: '/directives',
    answers: {
      ...staff,
      'GET /units/u1/obligations': { ...fixtures.obligations, owes: [], needs: [], owed: [] },
    },
    shows: '지금 할 일이 없습니다',
  },
  {
    name: 'directives-error',
    path: '/directives',
    answers: { ...staff, 'GET /units/u1/obligations': broken },
    shows: '다시 시도',
  },
  {
    name: 'directives-english',
    path: '/directives',
    answers: staff,
    shows: 'Play that moment',
    act: press('English'),
  },
  { name: 'join', path: '/m/m1', answers: staff, shows: '스피커' },
  {
    name: 'join-closed',
    path: '/m/m1',
    answers: { ...staff, 'GET /meetings/m1': { ...fixtures.meeting, state: 'SCHEDULED' } },
    shows: '아직 열리지 않았습니다',
  },
  {
    name: 'join-over',
    path: '/m/m1',
    answers: { ...staff, 'GET /meetings/m1': { ...fixtures.meeting, state: 'ADJOURNED' } },
    shows: '회의를 마쳤습니다',
  },
  {
    name: 'room-joining',
    path: '/m/m1',
    answers: { ...staff, 'POST /meetings/m1/join': 'never' },
    shows: '들어가는 중입니다',
    act: press('회의 들어가기'),
  },
  {
    name: 'room-refused',
    path: '/m/m1',
    answers: {
      ...staff,
      'POST /meetings/m1/join': new Refusal(403, '이 회의에 들어갈 수 없습니다.', 'You cannot join.'),
    },
    shows: '들어가지 못했습니다',
    act: press('회의 들어가기'),
  },
  ...ARCHIVE_SCENES,
  ...ATTENDANCE_SCENES,
  ...AUDIT_SCENES,
  ...CATALOGUE_SCENES,
  ...CALENDAR_SCENES,
  ...FIGURES_SCENES,
  ...REPORT_SCENES,
  ...MINUTES_SCENES,
  ...PUSH_SCENES,
];
