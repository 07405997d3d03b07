import 'krds-uiux/resources/css/component/output.css';
import './ui/base.css';
import './features/citizen/citizen.css';
import { applyTextSize } from './app/textSize.ts';

/** A picture that a browser does not get to paint is not waited for. */
const LONGEST_MS = 200;

applyTextSize();
const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the application');
void wordsPainted(root)
  .then(() => import('./app/start.tsx'))
  .then(({ start }) => start(root));

/** Until the words that came with the page are on the screen; at once where none came, or nobody looks. */
function wordsPainted(place: HTMLElement): Promise<void> {
  if (document.visibilityState === 'hidden' || place.querySelector('.page') === null) return Promise.resolve();
  return new Promise((painted) => {
    requestAnimationFrame(() => setTimeout(painted));
    setTimeout(painted, LONGEST_MS);
  });
}
