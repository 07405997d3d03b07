import { offline, problemOf } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD']);

/** The one way to the server: session cookie, CSRF header, problem+json as a thrown `Problem`. */
export async function http<T>(url: string, init: RequestInit = {}): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json, application/problem+json');
  const guarded = !SAFE.has((init.method ?? 'GET').toUpperCase());
  if (guarded) await withToken(headers);
  let response = await send(url, { ...init, headers, credentials: 'same-origin' });
  if (guarded && response.status === 403 && tokenOf(document.cookie) !== headers.get('X-XSRF-TOKEN')) {
    // The token changes when somebody signs in; the first request afterwards may still carry the old one.
    await withToken(headers);
    response = await send(url, { ...init, headers, credentials: 'same-origin' });
  }
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function withToken(headers: Headers): Promise<void> {
  if (tokenOf(document.cookie) === null) await send('/api/v1/me', { credentials: 'same-origin' });
  const token = tokenOf(document.cookie);
  if (token !== null) headers.set('X-XSRF-TOKEN', token);
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offline();
  }
}

export function tokenOf(cookies: string): string | null {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(cookies);
  return found?.[1] ? decodeURIComponent(found[1]) : null;
}
