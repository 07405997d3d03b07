/** How we hear from the server: `live` by event stream, `polling` while that is down, `offline` when neither works. */
export type Link = 'live' | 'polling' | 'offline';

export interface Following {
  stop(): void;
}

export interface EventStream {
  addEventListener(type: string, listener: (event: { data: string }) => void): void;
  close(): void;
  onopen: (() => void) | null;
  onerror: (() => void) | null;
}

interface Follow {
  url: string;
  names: readonly string[];
  onEvent(name: string, data: unknown): void;
  /** Fetches the state once; called every few seconds while the stream is down. */
  poll(): Promise<void>;
  onLink(link: Link): void;
  open?: (url: string) => EventStream;
}

const POLL_MS = 4_000;
const LONGEST_MS = 15_000;

/** Follows a server-sent event stream for ever, with polling while it is down. */
export function follow(what: Follow): Following {
  const open = what.open ?? ((url: string) => new EventSource(url) as unknown as EventStream);
  let stream: EventStream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;

  const poll = async (): Promise<void> => {
    if (stopped) return;
    try {
      await what.poll();
      if (!stopped && polling !== undefined) what.onLink('polling');
    } catch {
      if (!stopped && polling !== undefined) what.onLink('offline');
    }
    if (!stopped && polling !== undefined) polling = setTimeout(poll, POLL_MS);
  };
  const startPolling = (): void => {
    if (polling === undefined) polling = setTimeout(poll, 0);
  };
  const stopPolling = (): void => {
    clearTimeout(polling);
    polling = undefined;
  };
  const connect = (): void => {
    if (stopped) return;
    stream = open(what.url);
    stream.onopen = () => {
      failures = 0;
      stopPolling();
      what.onLink('live');
    };
    stream.onerror = () => {
      // The browser's own reconnection gives up on some replies (502, 401), so reconnect by hand.
      stream?.close();
      startPolling();
      failures += 1;
      clearTimeout(timer);
      timer = setTimeout(connect, Math.min(LONGEST_MS, 500 * 2 ** Math.min(failures, 5)));
    };
    for (const name of what.names) {
      stream.addEventListener(name, (event) => what.onEvent(name, JSON.parse(event.data)));
    }
  };
  connect();
  return {
    stop(): void {
      stopped = true;
      stream?.close();
      clearTimeout(timer);
      stopPolling();
    },
  };
}
