import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '@/i18n/index.ts';
import { App } from './App.tsx';

/** The application takes over what stands in the page. */
export async function start(root: HTMLElement): Promise<void> {
  await startLanguage();
  // As a transition: a slow phone stays able to answer a finger meanwhile.
  startTransition(() => createRoot(root).render(<App />));
}
