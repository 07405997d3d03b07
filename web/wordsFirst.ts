import type { Plugin, Rolldown } from 'vite';

/*
 * The server sends the citizens' pages with their first words in them. Those need the style sheets and nothing else: on a
 * slow network the application comes after them, not beside them. It is fetched with the page, and runs once the words
 * are on the screen.
 */
export function wordsFirst(): Plugin {
  return {
    name: 'onmaru-words-first',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { chunk, bundle }) => {
        const links = application(chunk, bundle).map(
          (file) => `    <link rel="modulepreload" crossorigin href="/${file}">\n`,
        );
        return html
          .replace('  </head>', `${links.join('')}  </head>`)
          .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"')
          .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"');
      },
    },
  };
}

/** What the entry imports later and needs then, each file once, without what the page links already. */
function application(entry: Rolldown.OutputChunk | undefined, bundle: Rolldown.OutputBundle | undefined): string[] {
  if (entry === undefined || bundle === undefined) return [];
  const linked = new Set([entry.fileName, ...entry.imports]);
  const found = new Set<string>();
  const waiting = entry.dynamicImports.slice(0, 1);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const output = bundle[file];
    if (output?.type !== 'chunk' || linked.has(file) || found.has(file)) continue;
    found.add(file);
    waiting.push(...output.imports);
  }
  return [...found];
}
