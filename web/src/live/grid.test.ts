import { describe, expect, it } from 'vitest';
import { gridOf } from './grid.ts';

describe('grid', () => {
  it.each([
    [1, 1280, 720, 1, 1],
    [4, 1280, 720, 2, 4],
    [12, 1800, 900, 4, 12],
    [14, 1280, 720, 4, 16],
  ])('%i people in %i×%i sit in %i columns, %i a page', (count, width, height, columns, perPage) => {
    expect(gridOf(count, width, height)).toMatchObject({ columns, perPage });
  });

  it('keeps tiles readable on a phone by paging', () => {
    const grid = gridOf(14, 336, 520);
    expect(grid.tileWidth).toBeGreaterThanOrEqual(150);
    expect(grid.perPage).toBeLessThan(14);
  });

  it('does not change the size for the fifth and the sixth person', () => {
    expect(gridOf(5, 1280, 720)).toEqual(gridOf(6, 1280, 720));
  });

  it.each([2, 6, 9, 16, 25])('%i tiles never spill out of the stage', (count) => {
    const grid = gridOf(count, 1000, 500, 1);
    expect(grid.columns * grid.tileWidth + (grid.columns - 1) * 8).toBeLessThanOrEqual(1000);
    expect(grid.rows * grid.tileHeight + (grid.rows - 1) * 8).toBeLessThanOrEqual(500);
  });
});
