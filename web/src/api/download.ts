import { offline, problemOf } from './problem.ts';

/** Fetches a file and gives it to the browser to keep, under the name the server gives it; a refusal is thrown. */
export async function download(url: string): Promise<void> {
  const response = await fetch(url, { credentials: 'same-origin' }).catch(() => {
    throw offline();
  });
  if (!response.ok) throw await problemOf(response);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileName(response.headers.get('content-disposition') ?? '');
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The name in RFC 5987's form; empty when there is none, so that the browser finds one. */
export function fileName(disposition: string): string {
  const found = /filename\*=UTF-8''([^;]+)/i.exec(disposition);
  try {
    return decodeURIComponent(found?.[1] ?? '');
  } catch {
    return '';
  }
}
