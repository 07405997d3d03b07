/** The one door to the server's contract: generated calls and types, errors and event streams. */

export { type Following, follow, type Link } from './events.ts';
export * from './generated/endpoints.ts';
export * from './generated/model/index.ts';
export { asProblem, OFFLINE, Problem } from './problem.ts';
