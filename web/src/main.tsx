import 'krds-uiux/resources/css/component/output.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { applyTextSize } from './app/textSize.ts';
import { startLanguage } from './i18n/index.ts';

applyTextSize();
const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the app');
void startLanguage().then(() => createRoot(root).render(<App />));
