import type { CorrectionAnswer, ElementAnswer, Minutes, OutlineLine, PublicMinutes } from '../../src/api/index.ts';
import { meeting } from './fixtures.ts';

const NAMES: [ElementAnswer['element'], string, string][] = [
  ['NAME', '회의의 명칭', 'name of the meeting'],
  ['BODY', '개최기관', 'holding body'],
  ['WHEN_AND_WHERE', '일시 및 장소', 'date, hours and place'],
  ['PEOPLE', '참석자 및 배석자 명단', 'list of those attending and sitting in'],
  ['COURSE', '진행 순서', 'course of the meeting'],
  ['ITEMS', '상정 안건', 'items on the agenda'],
  ['SPEECHES', '발언 요지', 'gist of what was said'],
  ['DECISIONS', '결정 사항', 'decisions'],
  ['VOTES', '표결 내용', 'votes'],
];

const elements = (missing: Record<string, [string, string]>): ElementAnswer[] =>
  NAMES.map(([element, ko, en]) => ({
    element,
    ko,
    en,
    missing: missing[element]?.[0] ?? null,
    missingEn: missing[element]?.[1] ?? null,
  }));

const field = (name: string, value: string, by = ''): Minutes['fields'][number] => ({
  field: name,
  value,
  by,
  at: by === '' ? null : '2020-12-07T23:40:00Z',
});

const line = (level: number, mark: string, text: string): OutlineLine => ({ level, mark, text });

const outline: OutlineLine[] = [
  line(1, '1.', '회의의 명칭: 통합재난 안전대책 영상회의 제287회'),
  line(1, '2.', '개최기관: 여주시'),
  line(1, '3.', '일시 및 장소'),
  line(2, '가.', '일시: 2020. 12. 8. 08:30 ~ 09:12'),
  line(2, '나.', '장소: 영상회의(온마루)'),
  line(1, '4.', '참석자 및 배석자 명단'),
  line(2, '가.', '참석자'),
  line(3, '1)', '시장실 시장 한가온'),
  line(3, '2)', '강천면 면장 김강천'),
  line(2, '나.', '배석자: 해당 없음'),
  line(1, '7.', '발언 요지'),
  line(2, '가.', '강천면 상황보고'),
  line(
    3,
    '1)',
    '면장: 밤새 눈이 3cm 왔고, 오전 7시부터 제설차 두 대가 나가 있습니다.\n시장: 통학로를 먼저 치우십시오.',
  ),
  line(1, '9.', '표결 내용'),
  line(2, '가.', '회의 전체'),
  line(3, '1)', '해당 없음'),
];

/** While the meeting goes on: two clerks have begun. */
export const draft: Minutes = {
  meetingId: 'm1',
  seriesId: 's1',
  title: meeting.title,
  titleEn: meeting.titleEn,
  ordinal: 287,
  date: '2020-12-08',
  meetingState: 'IN_SESSION',
  phase: 'DRAFT',
  number: 1,
  reason: '',
  revision: 12,
  mayKeep: true,
  grows: true,
  fields: [
    field('name', '통합재난 안전대책 영상회의 제287회'),
    field('body', '여주시'),
    field('started', '2020. 12. 8. 08:30'),
    field('ended', ''),
    field('place', '영상회의(온마루)'),
    field('attendees', '시장실 시장 한가온\n강천면 면장 김강천\n재난안전대책본부 본부장 황보혜린', '문초롱'),
    field('observers', '농림축산검역본부 과장 홍길동'),
    field('title/report-u5', '강천면 상황보고'),
    field('times/report-u5', '08:31~08:35'),
    field('decisions/report-u5', '강천면: 염화칼슘 20톤 확보 (제2020-15호, 2020. 12. 10.까지, 시장 한가온 지시)'),
    field('title/added-1', '인사 협의'),
    field('times/added-1', '08:35~'),
    field('speech/report-u5/00000000-0000-4000-8000-000000000001', '면장: 밤새 눈이 3cm 왔습니다.', '윤다솜'),
  ],
  items: [
    { key: 'report-u5', title: '강천면 상황보고', open: true },
    { key: 'added-1', title: '인사 협의', open: false },
  ],
  outline,
  citation: '공공기록물 관리에 관한 법률 시행령 §18②',
  elements: elements({
    WHEN_AND_WHERE: ["'일시 및 장소' 칸이 비어 있습니다.", 'There is no date, hours and place.'],
    VOTES: ["'표결 내용'을 적거나 '해당 없음'을 골라야 합니다.", 'Write the votes or choose that there were none.'],
  }),
  sha256: null,
  signers: [],
  requests: [],
  versions: [],
  release: null,
};

const request = (more: Partial<CorrectionAnswer>): CorrectionAnswer => ({
  id: 'q1',
  number: 1,
  about: 'element/PEOPLE',
  words: '북내면 면장 이름이 빠져 있습니다.',
  by: '이북내',
  at: '2020-12-08T01:10:00Z',
  accepted: null,
  reply: null,
  answeredBy: null,
  ...more,
});

/** Corrections are asked for; one is answered, one waits. */
export const review: Minutes = {
  ...draft,
  meetingState: 'ADJOURNED',
  phase: 'REVIEW',
  grows: false,
  elements: elements({}),
  requests: [
    request({}),
    request({
      id: 'q2',
      about: 'speech/report-u5/00000000-0000-4000-8000-000000000001',
      words: '3cm가 아니라 4cm라고 했습니다.',
      accepted: false,
      reply: '녹화에서 3cm로 확인했습니다.',
      answeredBy: '문초롱',
    }),
  ],
};

export const candidates = [
  { personId: 'p9', kind: 'CHAIR', name: '한가온', post: '시장', suggested: true },
  { personId: 'p1', kind: 'CLERK', name: '문초롱', post: '주무관', suggested: true },
  { personId: 'p3', kind: 'OTHER', name: '김강천', post: '면장', suggested: false },
];

const sha256 = '11c722481e49b15e77f0404aebf5e688362c75352305263bc0a6a1a900a2f9ac';

/** One has signed, whoever looks has not. */
export const signing: Minutes = {
  ...review,
  phase: 'SIGNING',
  requests: [],
  sha256,
  signers: [
    { personId: 'p9', kind: 'CHAIR', name: '한가온', post: '시장', me: true, signedAt: null },
    { personId: 'p1', kind: 'CLERK', name: '문초롱', post: '주무관', me: false, signedAt: '2020-12-08T02:00:00Z' },
  ],
};

/** Everybody signed; something in it looks like a personal number, and somebody else asked to publish it. */
export const waiting: Minutes = {
  ...signing,
  phase: 'FINAL',
  signers: signing.signers.map((one) => ({ ...one, signedAt: '2020-12-08T02:00:00Z' })),
  release: {
    by: '문초롱',
    at: '2020-12-08T02:30:00Z',
    mine: false,
    found: [
      { kind: 'RESIDENT', where: '김강천(810•••-•••••••)에게 지급' },
      { kind: 'PHONE', where: '문의: 031-•••-••••' },
    ],
  },
};

/** The second version is public; the first stays readable. */
export const published: Minutes = {
  ...signing,
  phase: 'PUBLISHED',
  number: 2,
  reason: '면장 이름 오기',
  signers: signing.signers.map((one) => ({ ...one, signedAt: '2020-12-09T02:00:00Z' })),
  versions: [
    {
      number: 1,
      reason: '',
      sha256,
      finalAt: '2020-12-08T02:10:00Z',
      publishedAt: '2020-12-08T03:00:00Z',
      withdrawn: null,
      signedBy: ['시장 한가온', '주무관 문초롱'],
    },
    {
      number: 2,
      reason: '면장 이름 오기',
      sha256: sha256.replaceAll('1', '7'),
      finalAt: '2020-12-09T02:10:00Z',
      publishedAt: '2020-12-09T03:00:00Z',
      withdrawn: null,
      signedBy: ['시장 한가온', '주무관 문초롱'],
    },
  ],
};

export const reading = { signed: published.versions[0], outline, canonical: 'onmaru-minutes=1\n' };

export const open: PublicMinutes = {
  meetingId: 'm286',
  version: 2,
  reason: '면장 이름 오기',
  publishedAt: '2020-12-09T03:00:00Z',
  lines: outline,
  signatures: [
    { kind: 'CHAIR', post: '시장', name: '한가온', at: '2020-12-09T02:00:00Z' },
    { kind: 'CLERK', post: '주무관', name: '문초롱', at: '2020-12-09T02:10:00Z' },
  ],
};
