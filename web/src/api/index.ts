/** The one door to the server's contract: generated calls and types, errors and event streams. */
export { download } from './download.ts';
export { type Following, follow, type Link } from './events.ts';
export * from './generated/endpoints.ts';
/* What the server answers, in the words of the glossary. */
export type {
  AttachmentAnswer as Attachment,
  BoardAnswer as Board,
  InvitationAnswer as Invitation,
  InvitationCard as InvitationView,
  MeetingAnswer as Meeting,
  MinutesAnswer as Minutes,
  Next as NextMeeting,
  ParticipantDevice as DeviceState,
  Playback as Recording,
  PostAnswer as Post,
  ReportAnswer as Report,
  RollUpAnswer as RollUp,
  SeriesAnswer as Series,
  Ticket as Joined,
  UnitAnswer as Unit,
} from './generated/model/index.ts';
export * from './generated/model/index.ts';
export { asProblem, OFFLINE, offline, Problem } from './problem.ts';
