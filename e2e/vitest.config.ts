import { defineConfig } from 'vitest/config';

// One journey at a time: each has a whole server, a browser and encoders of its own.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
