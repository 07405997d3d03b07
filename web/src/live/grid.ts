export interface Grid {
  columns: number;
  rows: number;
  perPage: number;
  tileWidth: number;
  tileHeight: number;
}

/* Counts are rounded up to these, so that one more person seldom changes everybody's size. */
const STEPS = [1, 2, 4, 6, 9, 12, 16, 20, 25];
const GAP = 8;
const RATIO = 16 / 9;

/** The largest equal 16:9 tiles for so many people in so much room; pages when tiles would become too small. */
export function gridOf(count: number, width: number, height: number, smallest = width < 600 ? 150 : 240): Grid {
  const wanted = STEPS.find((step) => step >= count) ?? 25;
  for (const size of STEPS.filter((step) => step <= wanted).reverse()) {
    const grid = best(size, width, height);
    if (grid.tileWidth >= smallest || size === 1) return grid;
  }
  return best(1, width, height);
}

function best(size: number, width: number, height: number): Grid {
  let found: Grid = { columns: 1, rows: size, perPage: size, tileWidth: 0, tileHeight: 0 };
  for (let columns = 1; columns <= size; columns += 1) {
    const rows = Math.ceil(size / columns);
    const byWidth = (width - GAP * (columns - 1)) / columns;
    const byHeight = ((height - GAP * (rows - 1)) / rows) * RATIO;
    const tileWidth = Math.floor(Math.min(byWidth, byHeight));
    if (tileWidth > found.tileWidth) {
      found = { columns, rows, perPage: columns * rows, tileWidth, tileHeight: Math.floor(tileWidth / RATIO) };
    }
  }
  return found;
}
