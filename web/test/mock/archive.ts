import type { ArchiveAnswer, ArchiveHit, Chapter } from '../../src/api/index.ts';

const hit: ArchiveHit = {
  meetingId: '7f1c2b7e-0d9a-4f53-9d62-5f0a1b2c3d4e',
  title: '통합재난 안전대책 영상회의',
  titleEn: 'Integrated Disaster Safety Meeting',
  ordinal: 287,
  date: '2020-12-08',
  kind: 'MINUTES',
  released: true,
  unitId: 'u1',
  unit: '강천면',
  heading: [{ text: '강천면 상황보고', marked: false }],
  text: [
    { text: '강천면에 ', marked: false },
    { text: '마스크 3천 장', marked: true },
    { text: '을 나누었고, 경로당 23곳의 방역 소독을 마쳤습니다.', marked: false },
  ],
  subject: 'report-u1',
  second: 750,
};

const counts = (...numbers: number[]): ArchiveAnswer['counts'] =>
  (['MEETING', 'AGENDA', 'MINUTES', 'DIRECTIVE', 'NEED', 'REPORT'] as const).map((kind, place) => ({
    kind,
    count: numbers[place] ?? 0,
  }));

/** What everybody finds. */
export const found: ArchiveAnswer = {
  page: 1,
  pages: 2,
  total: 31,
  counts: counts(0, 12, 19),
  hits: [
    hit,
    {
      ...hit,
      kind: 'AGENDA',
      heading: [],
      text: [
        { text: '마스크', marked: true },
        { text: ' 배부 계획', marked: false },
      ],
      second: null,
    },
    {
      ...hit,
      date: '2020-03-08',
      ordinal: 13,
      title: '코로나19 비상대책 읍면동 영상회의',
      unitId: null,
      unit: null,
      text: [
        { text: '…어린이집과 초등학교에 ', marked: false },
        { text: '마스크', marked: true },
        { text: '를 먼저 나누고, 남은 수량은 보건소에서 관리하기로 하였습니다.', marked: false },
      ],
    },
  ],
};

/** With what is internal beside it. */
export const foundByStaff: ArchiveAnswer = {
  ...found,
  total: 58,
  counts: counts(0, 12, 19, 9, 4, 14),
  hits: [
    ...found.hits,
    {
      ...hit,
      kind: 'DIRECTIVE',
      released: false,
      heading: [{ text: '제2020-15호', marked: false }],
      text: [
        { text: '마스크', marked: true },
        { text: ' 재고를 매일 아침 보고할 것', marked: false },
      ],
      second: 812,
    },
  ],
};

export const nothing: ArchiveAnswer = { page: 1, pages: 0, total: 0, counts: counts(), hits: [] };

/** Of the meeting that was recorded. */
export const chapters: Chapter[] = [
  { key: 'directives', title: '지시사항 이월', titleEn: 'Directives carried over', second: 0 },
  { key: 'report-u8', title: '강천면 상황보고', titleEn: 'Gangcheon-myeon', second: 130 },
  { key: 'agency', title: '조류인플루엔자 상황 (농림축산검역본부)', titleEn: 'Avian influenza', second: 412 },
];
