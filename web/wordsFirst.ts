import type { Plugin } from 'vite';

/*
 * The server sends the citizens' pages with their first words in them. Those need the style sheets and nothing else: on a
 * slow network the application comes after them, not beside them.
 */
export function wordsFirst(): Plugin {
  return {
    name: 'onmaru-words-first',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"')
          .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"'),
    },
  };
}
