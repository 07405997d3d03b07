/** What the server says went wrong (RFC 9457 with a Korean and an English sentence), or what the network did. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly ko: string;
  readonly en: string;

  constructor(status: number, code: string, ko: string, en: string) {
    super(code);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.ko = ko;
    this.en = en;
  }

  sentence(language: string): string {
    return language.startsWith('en') ? this.en : this.ko;
  }
}

export const OFFLINE = 'offline';

export function offline(): Problem {
  return new Problem(
    0,
    OFFLINE,
    '서버에 연결할 수 없습니다. 인터넷 연결을 확인해 주세요.',
    'The server cannot be reached. Please check your connection.',
  );
}

/** Reads a failed reply; never throws, whatever a proxy in between put into the body. */
export async function problemOf(response: Response): Promise<Problem> {
  const fallback = fallbackFor(response.status);
  if (!(response.headers.get('content-type') ?? '').includes('json')) return fallback;
  try {
    const body: unknown = await response.json();
    const text = (key: string): string | undefined => {
      const value = (body as Record<string, unknown> | null)?.[key];
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const ko = text('detail') ?? fallback.ko;
    return new Problem(response.status, text('code') ?? fallback.code, ko, text('detailEn') ?? fallback.en);
  } catch {
    return fallback;
  }
}

function fallbackFor(status: number): Problem {
  switch (status) {
    case 401:
      return new Problem(status, 'sign-in-needed', '로그인이 필요합니다.', 'Please sign in.');
    case 403:
      return new Problem(status, 'denied', '이 일을 할 권한이 없습니다.', 'You are not allowed to do this.');
    case 404:
      return new Problem(status, 'not-found', '찾을 수 없습니다.', 'Not found.');
    default:
      return new Problem(
        status,
        'failed',
        '잠시 문제가 생겼습니다. 조금 뒤 다시 시도해 주세요.',
        'Something went wrong. Please try again shortly.',
      );
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : fallbackFor(500);
}
