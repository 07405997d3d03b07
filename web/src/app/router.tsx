import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { readQuestion } from '@/features/archive/question.ts';
import { isDay } from '@/features/calendar/month.ts';
import { CitizenPage } from '@/features/citizen/CitizenPage.tsx';
import { Broken, NotFound } from './Broken.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Broken });
const under = { getParentRoute: () => root } as const;

/** A moment of a meeting: as a point in time, or as seconds into its recording. */
function readMoment(search: Record<string, unknown>): { at?: string; t?: number } {
  return {
    ...(typeof search.at === 'string' ? { at: search.at } : {}),
    ...(typeof search.t === 'number' && search.t >= 0 ? { t: search.t } : {}),
  };
}

const routes = [
  createRoute({
    ...under,
    path: '/',
    // Not by itself later: it is what most people come for, on phones with slow networks.
    component: CitizenPage,
  }),
  createRoute({
    ...under,
    path: '/meetings',
    component: lazyRouteComponent(() => import('@/features/citizen/PastMeetingsPage.tsx'), 'PastMeetingsPage'),
  }),
  createRoute({
    ...under,
    path: '/meetings/$id',
    validateSearch: readMoment,
    component: lazyRouteComponent(() => import('@/features/citizen/PastMeetingPage.tsx'), 'PastMeetingPage'),
  }),
  createRoute({
    ...under,
    path: '/meetings/$id/minutes',
    component: lazyRouteComponent(() => import('@/features/minutes/MinutesPage.tsx'), 'MinutesPage'),
  }),
  createRoute({
    ...under,
    path: '/meetings/$id/record',
    validateSearch: readMoment,
    component: lazyRouteComponent(() => import('@/features/record/RecordPage.tsx'), 'RecordPage'),
  }),
  createRoute({
    ...under,
    path: '/series',
    component: lazyRouteComponent(() => import('@/features/calendar/AllSeriesPage.tsx'), 'AllSeriesPage'),
  }),
  createRoute({
    ...under,
    path: '/series/$id',
    validateSearch: (search): { day?: string } =>
      typeof search.day === 'string' && isDay(search.day) ? { day: search.day } : {},
    component: lazyRouteComponent(() => import('@/features/calendar/SeriesCalendarPage.tsx'), 'SeriesCalendarPage'),
  }),
  createRoute({
    ...under,
    path: '/search',
    validateSearch: readQuestion,
    component: lazyRouteComponent(() => import('@/features/archive/SearchPage.tsx'), 'SearchPage'),
  }),
  createRoute({
    ...under,
    path: '/archive',
    validateSearch: readQuestion,
    component: lazyRouteComponent(() => import('@/features/archive/ArchivePage.tsx'), 'ArchivePage'),
  }),
  createRoute({
    ...under,
    path: '/sign-in',
    validateSearch: (search): { next?: string } => (typeof search.next === 'string' ? { next: search.next } : {}),
    component: lazyRouteComponent(() => import('@/features/identity/SignInPage.tsx'), 'SignInPage'),
  }),
  createRoute({
    ...under,
    path: '/setup',
    validateSearch: (search): { token?: string } =>
      typeof search.token === 'string' || typeof search.token === 'number' ? { token: String(search.token) } : {},
    component: lazyRouteComponent(() => import('@/features/identity/SetupPage.tsx'), 'SetupPage'),
  }),
  createRoute({
    ...under,
    path: '/reset',
    validateSearch: (search): { token?: string } =>
      typeof search.token === 'string' || typeof search.token === 'number' ? { token: String(search.token) } : {},
    component: lazyRouteComponent(() => import('@/features/identity/ResetPage.tsx'), 'ResetPage'),
  }),
  createRoute({
    ...under,
    path: '/account',
    component: lazyRouteComponent(() => import('@/features/identity/AccountPage.tsx'), 'AccountPage'),
  }),
  createRoute({
    ...under,
    path: '/i/$token',
    component: lazyRouteComponent(() => import('@/features/invitation/InvitationPage.tsx'), 'InvitationPage'),
  }),
  createRoute({
    ...under,
    path: '/desk',
    component: lazyRouteComponent(() => import('@/features/meeting/DeskPage.tsx'), 'DeskPage'),
  }),
  createRoute({
    ...under,
    path: '/reports',
    component: lazyRouteComponent(() => import('@/features/report/ReportsPage.tsx'), 'ReportsPage'),
  }),
  createRoute({
    ...under,
    path: '/board',
    component: lazyRouteComponent(() => import('@/features/report/BoardPage.tsx'), 'BoardPage'),
  }),
  createRoute({
    ...under,
    path: '/board/$series/$report',
    validateSearch: (search): { version?: number } =>
      typeof search.version === 'number' && search.version > 0 ? { version: search.version } : {},
    component: lazyRouteComponent(() => import('@/features/report/FiledReportPage.tsx'), 'FiledReportPage'),
  }),
  createRoute({
    ...under,
    path: '/m/$id',
    component: lazyRouteComponent(() => import('@/features/room/RoomPage.tsx'), 'RoomPage'),
  }),
  createRoute({
    ...under,
    path: '/directives',
    component: lazyRouteComponent(() => import('@/features/directive/DirectivesPage.tsx'), 'DirectivesPage'),
  }),
  createRoute({
    ...under,
    path: '/city-figures',
    validateSearch: (search): { series?: string; day?: string } => ({
      ...(typeof search.series === 'string' ? { series: search.series } : {}),
      ...(typeof search.day === 'string' && isDay(search.day) ? { day: search.day } : {}),
    }),
    component: lazyRouteComponent(() => import('@/features/figures/PublicFiguresPage.tsx'), 'PublicFiguresPage'),
  }),
  createRoute({
    ...under,
    path: '/figures',
    validateSearch: (search): { series?: string } =>
      typeof search.series === 'string' ? { series: search.series } : {},
    component: lazyRouteComponent(() => import('@/features/figures/FiguresPage.tsx'), 'FiguresPage'),
  }),
  createRoute({
    ...under,
    path: '/attendance',
    validateSearch: (search): { series?: string } =>
      typeof search.series === 'string' ? { series: search.series } : {},
    component: lazyRouteComponent(() => import('@/features/attendance/AttendancePage.tsx'), 'AttendancePage'),
  }),
  createRoute({
    ...under,
    path: '/attendance/$id',
    component: lazyRouteComponent(
      () => import('@/features/attendance/MeetingAttendancePage.tsx'),
      'MeetingAttendancePage',
    ),
  }),
  createRoute({
    ...under,
    path: '/admin/people',
    component: lazyRouteComponent(() => import('@/features/directory/PeoplePage.tsx'), 'PeoplePage'),
  }),
  createRoute({
    ...under,
    path: '/admin/units',
    component: lazyRouteComponent(() => import('@/features/directory/UnitsPage.tsx'), 'UnitsPage'),
  }),
  createRoute({
    ...under,
    path: '/admin/series',
    component: lazyRouteComponent(() => import('@/features/series/SeriesPage.tsx'), 'SeriesPage'),
  }),
  createRoute({
    ...under,
    path: '/admin/holidays',
    component: lazyRouteComponent(() => import('@/features/series/HolidaysPage.tsx'), 'HolidaysPage'),
  }),
  createRoute({
    ...under,
    path: '/admin/templates',
    component: lazyRouteComponent(() => import('@/features/catalogue/CataloguePage.tsx'), 'CataloguePage'),
  }),
  createRoute({
    ...under,
    path: '/admin/audit',
    component: lazyRouteComponent(() => import('@/features/audit/AuditPage.tsx'), 'AuditPage'),
  }),
  createRoute({
    ...under,
    path: '/admin/series/$id',
    component: lazyRouteComponent(() => import('@/features/series/SeriesSchedulePage.tsx'), 'SeriesSchedulePage'),
  }),
] as const;

const tree = root.addChildren(routes);

export function makeRouter() {
  return createRouter({ routeTree: tree, scrollRestoration: true, defaultNotFoundComponent: NotFound });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
