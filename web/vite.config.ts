import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fonts } from './fonts.ts';
import { krds } from './krds.ts';
import { wordsFirst } from './wordsFirst.ts';

const server = process.env.ONMARU_SERVER ?? 'http://127.0.0.1:8080';
const behind = ['/api', '/live', '/recordings', '/sfu'];

export default defineConfig({
  plugins: [react(), krds(), fonts(), wordsFirst()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    proxy: Object.fromEntries(behind.map((path) => [path, { target: server, ws: path === '/sfu' }])),
  },
  build: {
    target: 'es2022',
    // Icons stay files: an inlined data: URI would need a wider content security policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
