import type { AuditEntry } from '../../src/api/index.ts';
import { meeting, NOW } from './fixtures.ts';

const entry = (number: number, action: string, subjectKind: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  number,
  at: new Date(NOW - (4_711 - number) * 60_000).toISOString(),
  actorKind: 'person',
  actorId: 'p1',
  actorName: '주무관 문초롱',
  action,
  subjectKind,
  subjectId: '0b0f6a3e-8f0c-4b0e-9d67-5a2f0f3d1c11',
  before: null,
  after: null,
  ...more,
});

const named = {
  id: 's1',
  title: meeting.title,
  phase: { name: '통합재난 안전대책 영상회의', theme: '코로나19와 조류인플루엔자', from: '2020-12-08', until: null },
  cutOffs: ['07:30', '17:00'],
};

/** The newest ones, with everything an entry can be. */
export const newest: AuditEntry[] = [
  entry(4_711, 'programme.gate', 'meeting', { before: '"OFF_AIR"', after: '"ON_AIR"' }),
  entry(4_710, 'refused', 'request', {
    actorKind: 'guest',
    actorName: '농림축산검역본부 김하늘 과장',
    subjectId: 'GET /api/v1/series/0b0f6a3e-8f0c-4b0e-9d67-5a2f0f3d1c11/reports',
    after: '{"needed":"SEE_INTERNAL"}',
  }),
  entry(4_709, 'meeting.state', 'meeting', {
    actorKind: 'system',
    actorId: null,
    actorName: '온마루',
    before: '{"state":"SCHEDULED","ordinal":null}',
    after: '{"state":"OPEN","ordinal":287}',
  }),
  entry(4_708, 'series.changed', 'series', {
    before: JSON.stringify(named),
    after: JSON.stringify({
      ...named,
      phase: { name: '시정운영전략 영상회의', theme: '상황보고와 부서 안건', from: '2021-01-01', until: '2021-02-24' },
      cutOffs: ['07:30'],
    }),
  }),
  entry(4_707, 'moon.landed', 'moon', { after: 'not JSON' }),
  entry(4_706, 'person.password', 'person', { actorKind: 'operator', actorId: null, actorName: '운영자' }),
];

/** A full page: there may be more. */
export const page: AuditEntry[] = [
  ...newest,
  ...Array.from({ length: 94 }, (_, place) => entry(4_705 - place, 'report.filed', 'report')),
];

export const older: AuditEntry[] = [entry(4_611, 'unit.created', 'unit', { after: '{"name":"강천면"}' })];
