import { useSyncExternalStore } from 'react';
import type { Watched } from '@/live/watched.ts';

/** Shows a view-model's value; renders again when it changes. */
export function useWatched<T>(watched: Watched<T>): T {
  return useSyncExternalStore(watched.subscribe, watched.get, watched.get);
}
