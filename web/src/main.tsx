import 'krds-uiux/resources/css/component/output.css';
import './ui/base.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { applyTextSize } from './app/textSize.ts';
import { startLanguage } from './i18n/index.ts';

applyTextSize();
const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the app');
// As a transition: a slow phone stays able to answer a finger meanwhile.
void startLanguage().then(() => startTransition(() => createRoot(root).render(<App />)));
