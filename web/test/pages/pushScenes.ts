import type { Page } from 'playwright-core';
import * as fixtures from '../mock/fixtures.ts';
import { Refusal } from '../mock/server.ts';
import type { Scene } from './scenes.ts';

const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/abc';

/**
 * No push service can be reached from here, so the browser's own call to it is answered by the page; everything
 * around it, the service worker too, is real.
 */
export async function pretendService(page: Page, permission: NotificationPermission = 'granted'): Promise<void> {
  await page.addInitScript(
    ({ endpoint, answer }) => {
      let now: NotificationPermission = answer === 'denied' ? 'denied' : 'default';
      Object.defineProperty(Notification, 'permission', { get: () => now });
      Notification.requestPermission = async () => {
        now = answer;
        return now;
      };
      let there: unknown = null;
      const subscription = {
        endpoint,
        options: { applicationServerKey: null },
        toJSON: () => ({ endpoint, keys: { p256dh: 'BA', auth: 'AA' } }),
        unsubscribe: async () => {
          there = null;
          return true;
        },
      };
      PushManager.prototype.subscribe = async () => {
        there = subscription;
        return subscription as unknown as PushSubscription;
      };
      PushManager.prototype.getSubscription = async () => there as PushSubscription | null;
    },
    { endpoint: ENDPOINT, answer: permission },
  );
  await page.reload();
}

const open = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '알림 받기', exact: true }).click();
  await page.getByRole('dialog').waitFor();
};

const staff = { 'GET /me': fixtures.host };
const told = { every: true, seriesIds: [] };

export const PUSH_SCENES: Scene[] = [
  {
    name: 'push-citizen',
    path: '/',
    shows: '가입하지 않습니다',
    act: async (page) => {
      await pretendService(page);
      await open(page);
    },
  },
  {
    name: 'push-citizen-on',
    path: '/',
    answers: { 'POST /public/subscriptions': told },
    shows: '알림을 켰습니다',
    act: async (page) => {
      await pretendService(page);
      await open(page);
      await page.getByRole('button', { name: '허용하고 알림 받기' }).click();
      await page.getByText('알림을 켰습니다').waitFor();
      await page.getByRole('button', { name: '닫기' }).last().click();
      await page.getByRole('button', { name: '알림 켜짐' }).click();
    },
  },
  {
    name: 'push-citizen-off',
    path: '/',
    answers: {
      'POST /public/subscriptions': told,
      'POST /public/subscriptions/end': { every: false, seriesIds: [] },
    },
    shows: '알림을 껐습니다',
    act: async (page) => {
      await pretendService(page);
      await open(page);
      await page.getByRole('button', { name: '허용하고 알림 받기' }).click();
      await page.getByRole('button', { name: '알림 끄기' }).click();
      await page.getByText('알림을 껐습니다').waitFor();
      const left = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return (await registration?.pushManager.getSubscription()) ?? null;
      });
      if (left !== null) throw new Error('the push service still knows this browser');
    },
  },
  {
    name: 'push-citizen-denied',
    path: '/',
    shows: '알림을 막아 두었습니다',
    act: async (page) => {
      await pretendService(page, 'denied');
      await open(page);
    },
  },
  {
    name: 'push-citizen-dismissed',
    path: '/',
    shows: '알림을 허용하지 않아',
    act: async (page) => {
      await pretendService(page, 'default');
      await open(page);
      await page.getByRole('button', { name: '허용하고 알림 받기' }).click();
    },
  },
  {
    name: 'push-citizen-refused',
    path: '/',
    answers: {
      'POST /public/subscriptions': new Refusal(
        400,
        '이 브라우저가 쓰는 알림 서비스로는 보낼 수 없습니다. 다른 브라우저에서 시도하십시오.',
        'This city does not send to this push service.',
      ),
    },
    shows: '다른 브라우저에서 시도하십시오',
    act: async (page) => {
      await pretendService(page);
      await open(page);
      await page.getByRole('button', { name: '허용하고 알림 받기' }).click();
    },
  },
  {
    name: 'push-citizen-iphone',
    path: '/',
    shows: '홈 화면에 추가',
    act: async (page) => {
      await page.addInitScript(() => {
        Reflect.deleteProperty(window, 'PushManager');
        Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1)' });
      });
      await page.reload();
      await open(page);
    },
  },
  {
    name: 'push-citizen-unsupported',
    path: '/',
    shows: '이 브라우저에서는 알림을 받을 수 없습니다',
    act: async (page) => {
      await page.addInitScript(() => Reflect.deleteProperty(window, 'PushManager'));
      await page.reload();
      await open(page);
    },
  },
  {
    name: 'push-citizen-english',
    path: '/',
    shows: 'No account',
    act: async (page) => {
      await page.evaluate(() => localStorage.setItem('onmaru.language', 'en'));
      await pretendService(page);
      await page.getByRole('button', { name: 'Notify me', exact: true }).click();
    },
  },
  {
    name: 'push-account',
    path: '/account',
    answers: {
      ...staff,
      'POST /me/devices': [
        ...fixtures.devices,
        {
          id: 'd3',
          name: 'Chrome · Linux',
          // of ENDPOINT
          mark: 'TpvauLvnGJwArrsJIvxJ_kDgBZTEAPPhtdz5ejXHn4U',
          addedAt: fixtures.meeting.startsAt,
          usedAt: null,
        },
      ],
    },
    shows: '이 기기',
    act: async (page) => {
      await pretendService(page);
      await page.getByRole('button', { name: '이 기기로 알림 받기' }).click();
      await page.getByText('이 기기', { exact: true }).waitFor();
    },
  },
  {
    name: 'push-account-none',
    path: '/account',
    answers: { ...staff, 'GET /me/devices': [] },
    shows: '켜 둔 기기가 없습니다',
  },
];
