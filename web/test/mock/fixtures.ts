import type {
  City,
  Invitation,
  Joined,
  Live,
  Me,
  Meeting,
  Member,
  Participant,
  Person,
  Post,
  Programme,
  PublicMeeting,
  Removal,
  Series,
  Unit,
} from '../../src/api/index.ts';

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
  'GO_ON_AIR',
  'MODERATE',
  'INVITE',
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
  recording: index >= 2 ? null : { url: `/recordings/m${ordinal}.mp4`, durationMs: 2_532_000, bytes: 812_000_000 },
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

export const removed: Removal[] = [{ identity: 'p-9', name: '황보혜린', at: at(-3), by: '이서연' }];
