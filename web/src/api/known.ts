/**
 * What the server put into the page beside the application, so that its first moment need not ask. Once only: it was
 * true when the page was made.
 */
export function known<T>(id: string): T | null {
  const element = document.getElementById(id);
  if (!(element instanceof HTMLScriptElement) || element.type !== 'application/json') return null;
  element.remove();
  try {
    return JSON.parse(element.text) as T;
  } catch {
    return null;
  }
}
