import { type DeviceRequest, Problem, pushKey } from '@/api';
import type { Uses } from './uses.ts';

/** Whether this browser can be told; an iPhone can once the page is on its home screen. */
export type Support = 'ready' | 'denied' | 'home-screen' | 'none';

export type Subscribed = Omit<DeviceRequest, 'language'>;

const WORKER = '/push.js';

export function support(): Support {
  if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) {
    return Notification.permission === 'denied' ? 'denied' : 'ready';
  }
  const apple = /iPhone|iPad/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && isTouched());
  return apple && window.isSecureContext ? 'home-screen' : 'none';
}

/** An iPad says that it is a Mac. */
function isTouched(): boolean {
  return navigator.maxTouchPoints > 1;
}

/** Asks for permission, so it must be called by a press; ready to be told to the server. */
export async function subscribe(): Promise<Subscribed> {
  if ((await Notification.requestPermission()) !== 'granted') {
    throw new Problem(
      0,
      'push-not-allowed',
      '알림을 허용하지 않아 켜지 못했습니다.',
      'Notifications were not allowed, so they are not on.',
    );
  }
  const { key } = await pushKey();
  try {
    await navigator.serviceWorker.register(WORKER);
    const { pushManager } = await navigator.serviceWorker.ready;
    const there = await pushManager.getSubscription();
    if (there !== null && keyOf(there) !== key) await there.unsubscribe();
    return told(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  } catch {
    throw new Problem(
      0,
      'push-failed',
      '이 브라우저가 알림을 등록하지 못했습니다. 잠시 뒤 다시 시도하거나 다른 브라우저에서 해 주세요.',
      'This browser could not register for notifications. Please try again shortly, or in another browser.',
    );
  }
}

export async function current(): Promise<PushSubscription | null> {
  const registration = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/** When nothing is told here any more, the push service forgets this browser too. */
export async function endWhenUnused({ device, every, seriesIds }: Uses): Promise<void> {
  if (!device && !every && seriesIds.length === 0) await (await current())?.unsubscribe();
}

/** By which the server's list names this browser. */
export async function markHere(): Promise<string | null> {
  const here = await current();
  if (here === null) return null;
  return base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(here.endpoint)));
}

function told(subscription: PushSubscription): Subscribed {
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' };
}

function keyOf(subscription: PushSubscription): string | null {
  const key = subscription.options.applicationServerKey;
  return key === null ? null : base64url(key);
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
