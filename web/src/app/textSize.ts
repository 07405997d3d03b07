const REMEMBERED = 'onmaru.text';
const SIZES = ['medium', 'large', 'xlarge'] as const;

export type TextSize = (typeof SIZES)[number];

export function textSize(): TextSize {
  try {
    const kept = localStorage.getItem(REMEMBERED);
    return SIZES.find((size) => size === kept) ?? 'medium';
  } catch {
    return 'medium';
  }
}

export function nextTextSize(size: TextSize): TextSize {
  return SIZES[(SIZES.indexOf(size) + 1) % SIZES.length] ?? 'medium';
}

export function applyTextSize(size: TextSize = textSize()): void {
  document.documentElement.dataset.text = size;
  try {
    localStorage.setItem(REMEMBERED, size);
  } catch {
    // Kept for this visit only.
  }
}
