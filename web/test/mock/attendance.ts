import type { AttendanceAnswer, AttendedPerson, AttendedUnit, UnitAttendance } from '../../src/api/index.ts';
import { meeting, units } from './fixtures.ts';

const start = Date.parse(meeting.startsAt);
const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
const person = (identity: string, name: string, post: string, more: Partial<AttendedPerson> = {}): AttendedPerson => ({
  identity,
  name,
  post,
  acting: false,
  guest: false,
  joined: at(-3),
  left: null,
  seconds: 1_380,
  ...more,
});

/** One town is not there, one sent a deputy, one has two people, and somebody came from outside. */
export const attended: AttendanceAnswer = {
  units: [
    ...units.map((unit, index): AttendedUnit => {
      const people =
        index === 1
          ? []
          : index === 2
            ? [person('p-3', '황보혜린', '면장 직무대리', { acting: true, left: at(12), seconds: 900 })]
            : [person(`p-${index}`, '김하늘', '읍장')];
      if (index === 12)
        people.push(person('p-90', '선우아름다운별빛', '감염병관리팀장', { joined: at(4), seconds: 960 }));
      return { unitId: unit.id, unit: unit.name, expected: true, present: people.length > 0, people };
    }),
    {
      unitId: null,
      unit: '',
      expected: false,
      present: true,
      people: [person('g-1', '농림축산검역본부 박준호', '', { guest: true })],
    },
  ],
  expected: 14,
  expectedPresent: 13,
};

export const regular: UnitAttendance[] = units.map((unit, index) => ({
  unitId: unit.id,
  unit: unit.name,
  held: 31,
  attended: index === 1 ? 0 : 31 - (index % 5),
  acting: index === 2 ? 4 : 0,
  people:
    index === 1
      ? []
      : [
          { identity: `p-${index}`, name: '김하늘', post: '읍장', attended: 27 - (index % 5), acting: 0 },
          ...(index === 2
            ? [{ identity: 'p-91', name: '황보혜린', post: '부면장 직무대리', attended: 4, acting: 4 }]
            : []),
        ],
}));
