import type {
  Board,
  BoardPlace,
  DueReport,
  FigureAnswer,
  FiledVersion,
  Metric,
  NeedAnswer,
  RemindersAnswer,
  Report,
  ReportTemplate,
  VersionAnswer,
} from '../../src/api/index.ts';
import { NOW, need } from './fixtures.ts';

const MINUTE = 60_000;
const at = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString();

const metric = (key: string, ko: string, en: string, measure: string, measureEn: string, more = {}): Metric => ({
  key,
  ko,
  en,
  measure,
  measureEn,
  decimals: 0,
  mayFall: false,
  estimable: false,
  combines: 'SUM',
  disclosure: 'PUBLIC',
  unitDisclosure: 'PUBLIC',
  citation: '',
  ...more,
});

export const templates: ReportTemplate[] = [
  { key: 'plain', hazard: 'none', ko: '일반', en: 'Plain', metrics: [], former: [], retired: false },
  {
    key: 'infection',
    hazard: 'infection',
    ko: '감염병',
    en: 'Infection',
    metrics: [
      metric('covid.confirmed', '확진', 'Confirmed', '명', 'people', { unitDisclosure: 'RESTRICTED' }),
      metric('covid.quarantine', '자가격리', 'In quarantine', '명', 'people', { mayFall: true }),
      metric('disinfect.staff', '소독 인력', 'Disinfection staff', '명', 'people', { estimable: true }),
    ],
    former: [],
    retired: false,
  },
  { key: 'hpai', hazard: 'hpai', ko: '조류인플루엔자', en: 'Avian influenza', metrics: [], former: [], retired: false },
  {
    key: 'snow',
    hazard: 'snow',
    ko: '대설',
    en: 'Snow',
    metrics: [metric('snow.depth', '적설', 'Snow depth', 'cm', 'cm', { decimals: 1, mayFall: true, estimable: true })],
    former: [],
    retired: false,
  },
  { key: 'own.1', hazard: 'own.1', ko: '우박', en: 'Hail', metrics: [], former: [], retired: true },
];

export const due: DueReport[] = [
  {
    seriesId: 's1',
    series: '통합재난 안전대책 영상회의',
    seriesEn: 'Integrated Disaster and Safety Video Meeting',
    date: '2026-11-23',
    cutOff: '07:30',
    unitId: 'u1',
    unit: '가남읍',
    unitEn: 'Ganam-eup',
    state: 'DRAFT',
  },
];

const figure = (key: string, before: number | null, more: Partial<FigureAnswer> = {}): FigureAnswer => ({
  metric: key,
  typedThisPeriod: '',
  typedToDate: '',
  estimated: false,
  thisPeriod: before === null ? null : 0,
  toDate: before,
  carried: before !== null,
  before,
  beforeOn: before === null ? null : '2026-11-22',
  ...more,
});

export const report: Report = {
  id: 'r1',
  seriesId: 's1',
  date: '2026-11-23',
  cutOff: '07:30',
  cutOffAt: at(23),
  now: at(0),
  unitId: 'u1',
  unit: '가남읍',
  unitEn: 'Ganam-eup',
  mayFile: true,
  revision: 7,
  templates: ['infection', 'snow'],
  figures: [
    figure('covid.confirmed', 12, { typedThisPeriod: '3', thisPeriod: 3, toDate: 15, carried: false }),
    figure('covid.quarantine', 40, { typedToDate: '31', thisPeriod: -9, toDate: 31, carried: false }),
    figure('disinfect.staff', null),
    figure('snow.depth', 3.5),
  ],
  situation: '밤사이 눈이 3cm 더 왔습니다. 국도 42호선 제설을 마쳤고 통제 구간은 없습니다.',
  needs: [{ field: 'need/11111111-1111-4111-8111-111111111111', text: '제설제 2톤 추가 배정' }],
  practices: [],
  severity: 'MODERATE',
  urgency: 'EXPECTED',
  confidence: 'SOMEWHAT_CONFIDENT',
  attachments: [
    {
      id: 'a1',
      name: '가남읍 제설 현황(11월 23일).hwpx',
      mediaType: 'application/hwp+zip',
      bytes: 182_000,
      picture: false,
    },
  ],
  writers: [],
  faults: [],
  previous: {
    date: '2026-11-22',
    cutOff: '07:30',
    situation: '밤사이 눈 3.5cm. 통제 구간 없음.',
    needs: [],
    practices: [],
    figures: [],
  },
  versions: [],
  unfiled: true,
};

const sums = '이번에 5명이면 누적은 17명이어야 합니다. 적은 누적은 15명입니다.';

/** What does not add up. */
export const faulty: Report = {
  ...report,
  figures: [
    figure('covid.confirmed', 12, {
      typedThisPeriod: '5',
      typedToDate: '15',
      thisPeriod: null,
      toDate: null,
      carried: false,
    }),
    ...report.figures.slice(1),
  ],
  faults: [
    {
      field: 'figure/covid.confirmed/toDate',
      code: 'does-not-add-up',
      ko: `확진: 지난 보고까지 12명이고 ${sums}`,
      en: 'Confirmed: with 12 people before and 5 people this period the figure to date must be 17 people.',
    },
  ],
};

export const filed: Report = {
  ...report,
  unfiled: false,
  versions: [
    {
      number: 1,
      messageId: 'm1',
      precedingMessageId: null,
      purpose: 'INITIAL',
      late: true,
      nil: false,
      reason: '',
      filedAt: at(-3),
      by: '김하늘',
    },
  ],
};

/** The same report, said to be the day's last. */
export const final: Report = {
  ...filed,
  versions: [{ ...(filed.versions[0] as FiledVersion), late: false, purpose: 'FINAL' }],
};

const told = (
  id: string,
  state: NeedAnswer['state'],
  sentence: string,
  words: string,
  minutes: number,
): NeedAnswer => ({
  ...need,
  id,
  sentence,
  state,
  answer: need.answer && {
    ...need.answer,
    unitName: '보건소',
    date: state === 'REFUSED' ? null : '2026-11-30',
    words,
    at: at(minutes),
  },
});

/** What a unit was told yesterday; the rest it asked for is still under study, or of another series. */
export const answered: NeedAnswer[] = [
  told('n2', 'ACCEPTED', '마스크 3천 장', '월요일까지 보냅니다.', -1_430),
  told('n3', 'REFUSED', '상황실 당직 한 명 증원', '올해 정원이 없습니다. 옆 면과 번갈아 서 주십시오.', -1_425),
  { ...told('n4', 'ACCEPTED', '다른 회의체에서 한 건의', '', -1_420), seriesId: 's2' },
];

/** The second version of a report, which took the first one's place. */
export const corrected: Report = {
  ...filed,
  mayFile: false,
  previous: {
    date: '2026-11-22',
    cutOff: '07:30',
    situation: '밤사이 눈 3.5cm. 통제 구간 없음.',
    needs: ['제설제 1톤 추가 배정', '장비 임차료 지원'],
    practices: [],
    figures: [
      { metric: 'covid.confirmed', thisPeriod: 2, toDate: 12, estimated: false },
      { metric: 'covid.quarantine', thisPeriod: 0, toDate: 12_400, estimated: false },
    ],
  },
  versions: [
    { ...(filed.versions[0] as FiledVersion), late: false },
    {
      ...(filed.versions[0] as FiledVersion),
      number: 2,
      messageId: 'm2',
      precedingMessageId: 'm1',
      purpose: 'UPDATE',
      reason: '확진 3명은 이웃 시에서 이미 셌습니다.',
      filedAt: at(4),
    },
  ],
};

export const version: VersionAnswer = {
  filed: corrected.versions[1] as FiledVersion,
  content: {
    templates: ['infection', 'snow'],
    figures: [
      { metric: 'covid.confirmed', thisPeriod: 0, toDate: 12, estimated: false },
      { metric: 'snow.depth', thisPeriod: 3, toDate: 6.5, estimated: true },
    ],
    situation: '밤사이 눈이 3cm 더 왔습니다. 국도 42호선 제설을 마쳤고 통제 구간은 없습니다.',
    needs: ['제설제 2톤 추가 배정'],
    practices: [],
    severity: 'MODERATE',
    urgency: 'EXPECTED',
    confidence: 'SOMEWHAT_CONFIDENT',
    nil: false,
    attachments: [{ id: 'a1', name: '가남읍 제설 현황(11월 23일).hwpx', type: 'HWPX', bytes: 182_000, sha256: '' }],
  },
};

const place = (unit: string, unitEn: string, state: BoardPlace['state']): BoardPlace => ({
  unitId: unitEn,
  unit,
  unitEn,
  state,
  reportId: state === 'MISSING' ? null : unitEn,
  latest:
    state === 'MISSING' || state === 'DRAFT'
      ? null
      : { ...(filed.versions[0] as FiledVersion), late: state === 'LATE', nil: state === 'NIL' },
});

export const board: Board = {
  seriesId: 's1',
  date: '2026-11-23',
  now: at(0),
  columns: [
    {
      cutOff: '07:30',
      cutOffAt: at(23),
      units: [
        place('가남읍', 'Ganam-eup', 'FILED'),
        place('점동면', 'Jeomdong-myeon', 'NIL'),
        place('흥천면', 'Heungcheon-myeon', 'MISSING'),
        place('세종대왕면', 'Sejongdaewang-myeon', 'DRAFT'),
        place('재난안전대책본부', 'Disaster and Safety HQ', 'LATE'),
      ],
    },
  ],
  rollUp: {
    date: '2026-11-23',
    lines: [
      {
        metric: 'covid.confirmed',
        ko: '확진',
        en: 'Confirmed',
        measure: '명',
        measureEn: 'people',
        disclosure: 'PUBLIC',
        combines: 'SUM',
        thisPeriod: 3,
        toDate: 15,
        parts: [],
        city: { thisPeriod: 5, toDate: 17, by: '문초롱', at: at(-1) },
        difference: -2,
        corrected: true,
      },
    ],
    missing: [{ unitId: 'u3', unit: '흥천면', unitEn: 'Heungcheon-myeon' }],
  },
};

/** What a clerk sees of the same morning: one unit reminded, in part in vain; one in which nobody can be. */
export const reminders: RemindersAnswer = {
  mayRemind: true,
  unreachable: ['Sejongdaewang-myeon'],
  reminders: [
    {
      id: 'n1',
      unitId: 'Heungcheon-myeon',
      cutOff: '07:30',
      at: at(-7),
      minutesBefore: 30,
      by: null,
      deliveries: [
        {
          personId: 'p1',
          person: '박새봄',
          way: 'EMAIL',
          state: 'SENT',
          at: at(-7),
          carrier: 'MAIL_SERVER',
          fault: null,
        },
        {
          personId: 'p1',
          person: '박새봄',
          way: 'SMS',
          state: 'FAILED',
          at: at(-2),
          carrier: null,
          fault: 'REFUSED',
        },
      ],
    },
    {
      id: 'n2',
      unitId: 'Sejongdaewang-myeon',
      cutOff: '07:30',
      at: at(-7),
      minutesBefore: 30,
      by: null,
      deliveries: [],
    },
  ],
};

/** After the clerk did it by hand. */
export const remindedAgain: RemindersAnswer = {
  ...reminders,
  reminders: [
    ...reminders.reminders,
    {
      id: 'n3',
      unitId: 'Heungcheon-myeon',
      cutOff: '07:30',
      at: at(0),
      minutesBefore: null,
      by: '문초롱',
      deliveries: [
        { personId: 'p1', person: '박새봄', way: 'SMS', state: 'SENT', at: at(0), carrier: 'SMS_FOLDER', fault: null },
        { personId: 'p1', person: '박새봄', way: 'EMAIL', state: 'WAITING', at: at(0), carrier: null, fault: null },
      ],
    },
  ],
};
