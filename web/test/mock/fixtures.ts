import type {
  AgendaAnswer,
  AgendaItemAnswer,
  Attachment,
  CapturePreview,
  ChartOffer,
  ChartText,
  City,
  ContactAnswer,
  DeviceAnswer,
  DirectiveAnswer,
  DirectivePage,
  FloorAnswer,
  HolidayAnswer,
  Invitation,
  Joined,
  Live,
  Me,
  Meeting,
  Member,
  NeedAnswer,
  Obligations,
  Participant,
  Person,
  PhaseAnswer,
  Post,
  Programme,
  PublicItem,
  PublicMeeting,
  Removal,
  Series,
  SeriesDay,
  SlideAnswer,
  Unit,
} from '../../src/api/index.ts';
import type { CurrentItem } from '../../src/live/ProgrammeModel.ts';

/* A made-up morning. Names are long on purpose: they must wrap, not spill. */
export const NOW = Date.now();
const MINUTE = 60_000;
const at = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(NOW);

const ALL: Joined['permissions'] = [
  'JOIN',
  'PUBLISH_MEDIA',
  'SHARE_SCREEN',
  'RUN_MEETING',
  'PREPARE',
  'GO_ON_AIR',
  'MODERATE',
  'INVITE',
  'KEEP_DIRECTIVES',
  'FILE_REPORTS',
  'SEE_INTERNAL',
];

export const city: City = { name: '여주시', nameEn: 'Yeoju City', demo: true, official: false };

export const nobody: Me = {
  signedIn: false,
  setupNeeded: false,
  kind: 'none',
  id: null,
  name: null,
  unit: null,
  post: null,
  cityRoles: [],
  meetingId: null,
  serverTime: at(0),
};

export const host: Me = {
  ...nobody,
  signedIn: true,
  kind: 'person',
  id: 'p1',
  name: '이서연',
  unit: '시민소통담당관',
  post: '주무관',
  cityRoles: ['ADMINISTRATOR', 'HOST'],
};

export const contact: ContactAnswer = {
  email: 'seoyeon.lee@yeoju.example',
  mobile: '',
  ways: ['EMAIL'],
  available: ['SMS'],
};

/** Two; neither is the browser that shows the page. */
export const devices: DeviceAnswer[] = [
  { id: 'd1', name: 'Samsung Internet · Android', mark: 'a', addedAt: at(-9_000), usedAt: at(-60) },
  { id: 'd2', name: 'Edge · Windows', mark: 'b', addedAt: at(-8_000), usedAt: null },
];

export const pushKey = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4';

export const attendee: Me = { ...host, id: 'p2', name: '박준호', cityRoles: [] };

export const meeting: Meeting = {
  id: 'm1',
  seriesId: 's1',
  title: '통합재난 안전대책 및 코로나19 총력대응 읍면동 영상회의',
  titleEn: 'Integrated disaster safety and COVID-19 response meeting',
  ordinal: 287,
  date: today,
  startsAt: at(-20),
  startedAt: at(-14),
  adjournedAt: null,
  adjournedEmpty: false,
  state: 'IN_SESSION',
  rehearsal: false,
  broadcast: true,
  myRole: 'HOST',
  myPermissions: ALL,
};

export const meetings: Meeting[] = [
  meeting,
  {
    ...meeting,
    id: 'm2',
    title: '시정운영전략 영상회의 리허설',
    ordinal: null,
    rehearsal: true,
    state: 'OPEN',
    startedAt: null,
    startsAt: at(40),
  },
  { ...meeting, id: 'm3', ordinal: null, state: 'SCHEDULED', startedAt: null, startsAt: at(300) },
  {
    ...meeting,
    id: 'm4',
    ordinal: 286,
    date: '2020-12-07',
    startsAt: '2020-12-06T23:30:00Z',
    state: 'ADJOURNED',
    adjournedAt: '2020-12-07T00:12:00Z',
    adjournedEmpty: true,
  },
];

/** What citizens see of today's agenda. */
export const publicAgenda: PublicItem[] = [
  {
    title: '강천면 경로당 열여덟 곳의 마스크 비축량을 다시 확인할 것',
    titleEn: 'Masks',
    stage: 'DONE',
    startedAt: at(-13),
  },
  { title: '가남읍 상황보고', titleEn: 'Ganam-eup: situation report', stage: 'DONE', startedAt: at(-10) },
  { title: '세종대왕면 상황보고', titleEn: 'Sejongdaewang-myeon: situation report', stage: 'NOW', startedAt: at(-4) },
  { title: '특이사항 없음: 점동면, 흥천면, 금사면', titleEn: 'Nothing to report', stage: 'COMING', startedAt: null },
  { title: '마무리', titleEn: 'Closing', stage: 'COMING', startedAt: null },
];

/** The same of a meeting that is over. */
export const dealt: PublicItem[] = publicAgenda
  .filter((item) => item.startedAt !== null)
  .map((item, place) => ({ ...item, stage: 'DONE', startedAt: `2020-12-04T23:${32 + 9 * place}:00Z` }));

export const live: Live = {
  state: 'on-air',
  meeting: 'm1',
  title: meeting.title,
  titleEn: meeting.titleEn,
  ordinal: 287,
  date: today,
  hls: '/live/m1/a1/index.m3u8',
  startedAt: at(-14),
  next: null,
  serverTime: at(0),
};

export const between: Live = {
  ...live,
  state: 'none',
  meeting: null,
  title: null,
  titleEn: null,
  ordinal: null,
  hls: null,
  startedAt: null,
  next: { title: meeting.title, titleEn: meeting.titleEn, startsAt: at(18 * 60 + 12) },
};

export const past: PublicMeeting[] = [286, 285, 284, 283].map((ordinal, index) => ({
  id: `m${ordinal}`,
  title: meeting.title,
  titleEn: meeting.titleEn,
  ordinal,
  date: `2020-12-0${7 - index}`,
  startsAt: `2020-12-0${6 - index}T23:30:00Z`,
  startedAt: `2020-12-0${6 - index}T23:31:00Z`,
  adjournedAt: `2020-12-0${7 - index}T00:13:00Z`,
  preparing: index === 3,
  recording:
    index >= 2
      ? null
      : { url: `/recordings/m${ordinal}.mp4`, durationMs: 2_532_000, bytes: 812_000_000, stretches: [] },
}));

const TOWNS = '가남읍 점동면 흥천면 금사면 세종대왕면 대신면 북내면 강천면 산북면 여흥동 중앙동 오학동'.split(' ');

export const units: Unit[] = [...TOWNS, '보건소', '재난안전대책본부'].map((name, index) => ({
  id: `u${index}`,
  name,
  nameEn: '',
  kind: index < 12 ? 'TOWN' : index === 12 ? 'CENTRE' : 'HQ',
  seat: index + 1,
  synthetic: false,
  until: null,
  names:
    name === '세종대왕면'
      ? [
          { name: '능서면', nameEn: '', from: '1914-04-01' },
          { name, nameEn: '', from: '2021-01-01' },
        ]
      : [{ name, nameEn: '', from: '1914-04-01' }],
}));

const NAMES = ['김하늘', '이서연', '박준호', '남궁민수'];
const nameOf = (index: number): string => NAMES[index % 4] ?? '';

/** One post a unit, with everything that can be said of a post: acting, vacant, renamed, ended, to come. */
export const posts: Post[] = [
  ...units.map(
    (unit, index): Post => ({
      id: `q${index}`,
      unitId: unit.id,
      name: index < 12 ? '면장' : index === 12 ? '보건소장' : '본부 상황실장',
      nameEn: index < 12 ? 'Head of the Myeon' : '',
      head: true,
      seat: 1,
      from: '2013-09-23',
      until: null,
      names:
        index === 1
          ? [
              { name: '면장', nameEn: '', from: '2013-09-23' },
              { name: '총괄면장', nameEn: '', from: '2099-01-01' },
            ]
          : [{ name: '면장', nameEn: '', from: '2013-09-23' }],
      holdings:
        index === 3 || index > 11
          ? []
          : [
              {
                id: `h${index}`,
                personId: `p${index + 1}`,
                person: nameOf(index),
                kind: 'HOLDER',
                from: '2024-01-01',
                until: null,
              },
            ],
    }),
  ),
  {
    id: 'q20',
    unitId: 'u0',
    name: '맞춤형복지팀장',
    nameEn: '',
    head: false,
    seat: 2,
    from: '2020-01-01',
    until: '2099-12-31',
    names: [{ name: '맞춤형복지팀장', nameEn: '', from: '2020-01-01' }],
    holdings: [
      { id: 'h20', personId: 'p4', person: '남궁민수', kind: 'HOLDER', from: '2022-01-01', until: '2023-12-31' },
      { id: 'h21', personId: 'p7', person: '박준호', kind: 'HOLDER', from: '2024-01-01', until: null },
      { id: 'h22', personId: 'p4', person: '남궁민수', kind: 'ACTING', from: today, until: '2099-01-31' },
      { id: 'h23', personId: 'p2', person: '이서연', kind: 'ACTING', from: '2099-02-01', until: null },
    ],
  },
  {
    id: 'q21',
    unitId: 'u0',
    name: '새마을운동담당',
    nameEn: '',
    head: false,
    seat: 3,
    from: '2013-09-23',
    until: '2019-12-31',
    names: [{ name: '새마을운동담당', nameEn: '', from: '2013-09-23' }],
    holdings: [],
  },
];

export const people: Person[] = TOWNS.map((unit, index) => {
  const own = { postId: `q${index}`, unitId: `u${index}`, unit, label: '면장', kind: 'HOLDER' as const };
  const acting = { ...own, postId: 'q20', unitId: 'u0', unit: '가남읍', label: '맞춤형복지팀장 직무대리' };
  const held = index === 3 ? [{ ...acting, kind: 'ACTING' as const }, own] : [own];
  return {
    id: `p${index + 1}`,
    name: nameOf(index),
    loginName: `user${index + 1}`,
    unitId: held[0]?.unitId ?? null,
    unit: held[0]?.unit ?? null,
    post: held[0]?.label ?? '',
    posts: held,
    cityRoles: index === 0 ? ['ADMINISTRATOR'] : [],
    disabled: index === 5,
    synthetic: index > 7,
  };
});

export const series: Series[] = [
  {
    id: 's1',
    name: meeting.title,
    nameEn: meeting.titleEn,
    startsAt: '08:30',
    opensMinutesBefore: 30,
    minutes: 60,
    recurrence: 'DAILY',
    onHolidays: 'MEET',
    from: '2020-02-25',
    nextOrdinal: 288,
  },
];

const phase: PhaseAnswer = {
  id: 'f1',
  from: '2020-02-25',
  current: false,
  name: '코로나19 비상대책 읍면동 영상회의',
  nameEn: 'COVID-19 Emergency Town Video Meeting',
  theme: '',
  audience: 'EXECUTIVES',
  channel: 'INTERNAL_NETWORK',
  broadcast: true,
  agendaTemplate: 'DAILY',
  units: units.map((unit) => ({ id: unit.id, name: unit.name })),
  cutOffs: ['07:30'],
};

export const phases: PhaseAnswer[] = [
  phase,
  {
    ...phase,
    id: 'f2',
    from: '2020-05-11',
    name: '시정운영전략 영상회의',
    nameEn: 'City Strategy Video Meeting',
    theme: '상황보고와 하루 한 부서의 토의 주제',
    audience: 'ALL_STAFF',
    channel: 'ZOOM',
    agendaTemplate: 'DAILY_WITH_TOPIC',
  },
  {
    ...phase,
    id: 'f3',
    from: '2020-12-08',
    current: true,
    name: meeting.title ?? '',
    nameEn: meeting.titleEn ?? '',
    theme: '코로나19와 조류인플루엔자(AI) 상황보고',
    audience: 'STAFF_AND_AGENCIES',
    channel: 'ONMARU',
    cutOffs: ['07:30', '17:00'],
  },
  {
    ...phase,
    id: 'f4',
    from: '2027-01-01',
    name: '새해 시정 영상회의',
    nameEn: 'New Year City Video Meeting',
    channel: 'ONMARU',
    broadcast: false,
    units: [],
    cutOffs: [],
  },
];

const item: AgendaItemAnswer = {
  key: 'report-u1',
  kind: 'REPORT',
  title: '가남읍 상황보고',
  titleEn: 'Ganam: situation report',
  why: '제출한 상황보고입니다.',
  whyEn: 'A situation report that was filed.',
  unitId: 'u1',
  unit: '가남읍',
  minutes: 2,
  open: true,
  startedAt: null,
  endedAt: null,
  spentSeconds: 0,
  attachments: [],
};

export const agenda: AgendaAnswer = {
  minutes: 66,
  meetingMinutes: 60,
  fixed: true,
  mayEdit: true,
  edits: [],
  items: [
    {
      ...item,
      key: 'directive-1',
      kind: 'DIRECTIVE_OVERDUE',
      title: '강천면 경로당 열여덟 곳의 마스크 비축량을 다시 확인하고 모자란 곳에 먼저 보낼 것',
      titleEn: 'Check the masks of all 18 senior centres again',
      why: '기한(2020. 12. 3.)이 지났습니다. 이월 4회.',
      minutes: 1,
      startedAt: at(-9),
      endedAt: at(-6),
      spentSeconds: 180,
    },
    { ...item, startedAt: at(-4) },
    {
      ...item,
      key: 'report-u5',
      title: '세종대왕면 상황보고',
      unit: '세종대왕면',
      why: '심각하거나 급한 보고입니다. “산란계 농장 의심 신고”',
      attachments: [
        {
          id: 'f1',
          name: '산란계 농장 이동통제와 소독 계획(안).pdf',
          mediaType: 'application/pdf',
          bytes: 2_400_000,
          picture: false,
        },
      ],
    },
    { ...item, key: 'nil-reports', kind: 'NIL_REPORTS', title: '특이사항 없음: 점동면, 흥천면, 금사면', minutes: 1 },
    { ...item, key: 'added-1', kind: 'TOPIC', title: '상반기 정기 인사', open: false, minutes: 10 },
    { ...item, key: 'closing', kind: 'CLOSING', title: '마무리', minutes: 3 },
  ],
};

export const noSlide: SlideAnswer = { slide: null, chart: null, mayShow: false, files: [] };

const plan: Attachment = {
  id: 'f1',
  name: '산란계 농장 이동통제와 소독 계획(안).pdf',
  mediaType: 'application/pdf',
  bytes: 2_400_000,
  picture: false,
};

/** As the one who may turn it sees it. */
export const slide: SlideAnswer = {
  slide: { attachmentId: plan.id, name: plan.name, page: 3, pages: 12, open: true },
  chart: null,
  mayShow: true,
  files: [plan],
};

const chartText: ChartText = {
  title: '소독 장소, 읍면동별 오늘',
  sentence:
    '소독 장소, 읍면동별 오늘 (2020. 12. 8. 07:30 기준): 합계 189개소; 가장 많은 곳 여흥동 40개소; 미제출 1곳(흥천면); 정정한 수치 있음.',
  head: ['부서·기관', '수치 (개소)', '비고'],
  rows: [
    ['가남읍', '12', ''],
    ['세종대왕면', '31', '정정'],
    ['흥천면', '미제출', ''],
    ['금사면', '0', ''],
    ['여흥동', '40', ''],
  ],
};

/** Figures on the stage, as those who may take them off see them. */
export const chart: SlideAnswer = {
  slide: null,
  chart: { kind: 'UNITS', metric: 'disinfect.sites', print: 'p1', open: true, ko: chartText, en: chartText },
  mayShow: true,
  files: [plan],
};

export const chartOffers: ChartOffer[] = [
  {
    metric: 'disinfect.sites',
    ko: '소독 장소',
    en: 'Sites',
    kinds: ['UNITS', 'DAYS_14', 'DAYS_30'],
    why: null,
    whyEn: null,
  },
  {
    metric: 'covid.confirmed',
    ko: '확진',
    en: 'Confirmed',
    kinds: ['DAYS_14', 'DAYS_30'],
    why: '확진: 읍면동별 수치는 시민에게 공개하지 않습니다. 비공개 안건에서만 띄우거나 시 전체 추이를 띄워 주세요.',
    whyEn: 'Confirmed by unit is not for citizens.',
  },
];

export const currentItem: CurrentItem = {
  key: 'report-u1',
  title: '가남읍 상황보고',
  titleEn: 'Ganam: situation report',
  unit: '가남읍',
  minutes: 2,
  open: true,
  startedAt: at(-4),
};

export const holidays: HolidayAnswer[] = [
  { date: '2026-03-01', name: '3·1절', nameEn: 'Independence Movement Day', substitute: false, citation: null },
  {
    date: '2026-03-02',
    name: '대체공휴일(3·1절)',
    nameEn: 'Substitute for Independence Movement Day',
    substitute: true,
    citation: null,
  },
  {
    date: '2026-06-03',
    name: '전국동시지방선거일',
    nameEn: 'Local elections',
    substitute: false,
    citation: '공직선거법 §34',
  },
  {
    date: '2099-12-31',
    name: '임시공휴일',
    nameEn: 'Temporary holiday',
    substitute: false,
    citation: '관공서의 공휴일에 관한 규정 §2 11호',
  },
];

export const seriesDays: SeriesDay[] = Array.from({ length: 14 }, (_, index) => {
  const day: SeriesDay = {
    date: new Date(Date.UTC(2026, 11, 20 + index)).toISOString().slice(0, 10),
    startsAt: '08:30',
    holiday: null,
    holidayEn: null,
    different: null,
    reason: null,
  };
  if (index === 2)
    return { ...day, startsAt: null, different: 'CANCELLED', reason: '종무식 준비로 회의실을 쓸 수 없음' };
  if (index === 3) return { ...day, startsAt: '10:00', different: 'MOVED', reason: '시장 중앙부처 방문' };
  if (index === 5) return { ...day, holiday: '기독탄신일', holidayEn: 'Christmas Day' };
  if (index === 12) return { ...day, holiday: '1월 1일', holidayEn: "New Year's Day" };
  return day;
});

export const members: Member[] = people.slice(0, 5).map((person, index) => ({
  personId: person.id,
  name: person.name,
  unit: person.unit,
  post: person.post,
  role: index === 0 ? 'CHAIR' : 'SPEAKER',
}));

export const invitations: Invitation[] = (['OPEN', 'USED', 'EXPIRED', 'REVOKED'] as const).map((state, index) => ({
  id: `i${index}`,
  label: '농림축산검역본부 조류인플루엔자방역과 김하늘 과장',
  role: 'GUEST',
  unitId: null,
  unit: null,
  expiresAt: at(600),
  state,
  usedBy: state === 'USED' ? '김하늘' : null,
}));

export const programme: Programme = {
  state: 'ON_AIR',
  wanted: 'ON_AIR',
  tally: 'ON_AIR',
  layout: 'GRID',
  hls: live.hls,
  tiles: [0, 1, 2, 3].map((index) => ({
    identity: `p-${index}`,
    name: `${TOWNS[index]} · 면장 김하늘`,
    x: (index % 2) * 640 + 10,
    y: Math.floor(index / 2) * 330 + 10,
    width: 620,
    height: 310,
    picture: index === 3 ? 'CARD' : index === 2 ? 'STALE' : 'LIVE',
  })),
  framesPerSecond: 30,
  lateFrames: 2,
  recordedMs: 872_000,
  recordedBytes: 272_000_000,
  memoryMb: 284,
  problem: null,
};

export const participants: Participant[] = [];

export const floor: FloorAnswer = { speaking: null, interrupted: null, hands: [], turns: [], totals: [] };

/** Of the unit whose item runs. */
export const presenter: Participant = {
  identity: 'p-7',
  name: '김가람',
  unit: '가남읍',
  post: '읍장',
  role: null,
  seat: 7,
  simulated: false,
  camera: 'ON',
  microphone: 'ON',
  screen: false,
  joinedAt: at(-10),
};

export const removed: Removal[] = [{ identity: 'p-9', name: '황보혜린', at: at(-3), by: '이서연' }];

const directive: DirectiveAnswer = {
  id: 'd15',
  label: '제2020-15호',
  captureId: 'c15',
  seriesId: 's1',
  meetingId: 'm286',
  meetingDate: '2020-02-29',
  rehearsal: false,
  sentence: '마을회관과 경로당 스물네 곳에 마스크 3천 장을 나누어 주고 받은 사람의 이름을 적어 둘 것',
  unitId: 'u1',
  unitName: '가남읍',
  unitEnded: false,
  askedUnitId: null,
  askedUnitName: null,
  due: today,
  urgency: 'DUE_TODAY',
  givenBy: '시장 한가온',
  saidAt: at(-1_440),
  state: 'ACKNOWLEDGED',
  mergedIntoId: null,
  mergedIntoLabel: null,
  closedAt: null,
  carriedOver: 1,
  version: 2,
  mayMove: ['START'],
  history: [
    {
      move: 'ISSUE',
      from: null,
      to: 'ISSUED',
      at: at(-1_440),
      byName: '문초롱',
      byPost: '주무관',
      unitName: '가남읍',
      reason: '',
      note: '',
    },
    {
      move: 'ACKNOWLEDGE',
      from: 'ISSUED',
      to: 'ACKNOWLEDGED',
      at: at(-1_400),
      byName: '김하늘',
      byPost: '읍장',
      unitName: '가남읍',
      reason: '',
      note: '',
    },
  ],
};

const overdue: DirectiveAnswer = {
  ...directive,
  id: 'd9',
  label: '제2020-9호',
  sentence: '이동 통제 초소의 야간 근무표',
  due: '2020-03-01',
  urgency: 'OVERDUE',
  state: 'RETURNED',
  carriedOver: 6,
};

const waiting: DirectiveAnswer = {
  ...directive,
  id: 'd12',
  label: '제2020-12호',
  sentence: '강변 체육시설 소독',
  urgency: 'WAITING',
  state: 'DONE',
  mayMove: ['VERIFY', 'RETURN', 'MERGE', 'CANCEL', 'REASSIGN'],
};

export const need: NeedAnswer = {
  id: 'n1',
  seriesId: 's1',
  unitId: 'u1',
  unitName: '가남읍',
  sentence: '제설차 한 대',
  meetingId: 'm286',
  reportId: null,
  rehearsal: false,
  raisedAt: at(-1_430),
  raisedBy: '읍장 김하늘',
  state: 'UNDER_STUDY',
  answer: {
    unitId: 'u2',
    unitName: '재난안전대책본부',
    date: today,
    words: '장비를 살펴보고 내일 답합니다',
    by: '주무관 문초롱',
    at: at(-1_425),
    meetingId: 'm286',
    directiveId: null,
  },
  mayAnswer: false,
  version: 2,
  history: [
    {
      move: 'RAISE',
      from: null,
      to: 'OPEN',
      at: at(-1_430),
      byName: '김하늘',
      byPost: '읍장',
      unitName: '가남읍',
      reason: '',
      note: '',
    },
  ],
};

export const obligations: Obligations = {
  unitId: 'u1',
  name: '가남읍',
  endedOn: null,
  owes: [overdue, directive, { ...waiting, mayMove: [] }],
  studies: [],
  needs: [need],
  owed: [{ ...directive, id: 'd16', label: '제2020-16호', unitName: '보건소', mayMove: [], askedUnitName: '가남읍' }],
};

export const directives: DirectivePage = {
  directives: [waiting, { ...waiting, id: 'd13', label: '제2020-13호', unitName: '능서면', carriedOver: 0 }],
  total: 2,
  page: 0,
  pageSize: 50,
};

export const preview: CapturePreview = {
  owners: [{ unitId: 'u3', name: '세종대왕면', formerName: '능서면' }],
  sentence: '마스크 3천 장',
  due: '2020-11-25',
  dueWords: '11/25까지',
  doubts: [
    {
      kind: 'FAR_DUE',
      blocks: false,
      ko: '기한이 여섯 달 넘게 남았습니다: 2020. 11. 25.',
      en: 'The due date is more than half a year ahead: 2020-11-25.',
      near: [],
    },
  ],
  ready: true,
};
