import { defineConfig } from 'orval';

export default defineConfig({
  onmaru: {
    input: './openapi.json',
    output: {
      target: './src/api/generated/endpoints.ts',
      schemas: './src/api/generated/model',
      client: 'fetch',
      httpClient: 'fetch',
      clean: true,
      override: {
        mutator: { path: './src/api/http.ts', name: 'http' },
        fetch: { includeHttpResponseReturnType: false },
        enumGenerationType: 'union',
      },
    },
  },
});
