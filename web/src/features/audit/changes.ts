/** One thing that was, and what it is; null where there was or is nothing. */
export interface Change {
  what: string;
  from: string | null;
  to: string | null;
}

/** What differs between two texts of JSON, field by field; a text that is no JSON stands as it is. */
export function changes(before: string | null, after: string | null): Change[] {
  const was = fields(before);
  const is = fields(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((what) => ({ what, from: was.get(what) ?? null, to: is.get(what) ?? null }))
    .filter(({ from, to }) => from !== to);
}

function fields(text: string | null): Map<string, string> {
  const found = new Map<string, string>();
  if (text !== null) gather(parsed(text), '', found);
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function gather(value: unknown, path: string, found: Map<string, string>): void {
  if (value === null || value === '') return;
  if (typeof value !== 'object') {
    found.set(path, String(value));
  } else if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    if (value.length > 0) found.set(path, value.join(', '));
  } else {
    for (const [name, inner] of Object.entries(value)) gather(inner, path === '' ? name : `${path}.${name}`, found);
  }
}
