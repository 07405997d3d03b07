/** The one door to the server's contract: generated calls and types, errors and event streams. */
import type { Joined, Live, Member, Participant, Programme, PublicMeeting, Unit } from './generated/model/index.ts';

export { type Following, follow, type Link } from './events.ts';
export * from './generated/endpoints.ts';
export * from './generated/model/index.ts';
export { asProblem, OFFLINE, Problem } from './problem.ts';

/* Parts that a generator may or may not give a name of their own. */
export type Role = Member['role'];
export type Permission = Joined['permissions'][number];
export type Layout = Programme['layout'];
export type UnitKind = Unit['kind'];
export type DeviceState = Participant['microphone'];
export type Recording = NonNullable<PublicMeeting['recording']>;
export type NextMeeting = NonNullable<Live['next']>;
