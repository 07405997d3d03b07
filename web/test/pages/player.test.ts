import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MockServer } from '../mock/server.ts';
import { openBrowser } from './browser.ts';

const ffmpeg = process.env.ONMARU_FFMPEG;

/* Needs something that makes a live playlist: ONMARU_FFMPEG names the program. */
describe.runIf(ffmpeg)('the live player with a real playlist', () => {
  let media: string;
  let encoder: ChildProcess;
  let server: MockServer;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    media = mkdtempSync(join(tmpdir(), 'onmaru-live-'));
    const source = ['-re', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=30', '-f', 'lavfi', '-i', 'sine'];
    const video = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '30', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
    const hls = [
      '-f',
      'hls',
      '-hls_time',
      '1',
      '-hls_list_size',
      '8',
      '-hls_flags',
      'program_date_time+delete_segments',
    ];
    encoder = spawn(ffmpeg ?? '', ['-v', 'error', ...source, ...video, ...hls, join(media, 'index.m3u8')], {
      stdio: 'ignore',
    });
    await vi.waitFor(() => expect(existsSync(join(media, 'index3.ts'))).toBe(true), { timeout: 20_000 });
    server = new MockServer({ dist: 'dist', media });
    origin = await server.start();
    browser = await openBrowser();
  });

  afterAll(async () => {
    encoder?.kill('SIGKILL');
    await browser?.close();
    await server?.stop();
    if (media) rmSync(media, { recursive: true, force: true });
  });

  it('plays by itself without sound, tells the delay, and comes back after the playlist was away', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) trouble.push(message.text());
    });
    await page.goto(origin);
    const video = page.locator('video');
    const phase = () => video.getAttribute('data-phase');
    await expect.poll(phase, { timeout: 20_000 }).toBe('playing');
    await expect
      .poll(async () => Number(await video.getAttribute('data-delay-ms')), { timeout: 10_000 })
      .toBeGreaterThan(0);
    expect(Number(await video.getAttribute('data-delay-ms'))).toBeLessThan(15_000);
    await page.getByText(/지연 \d+\.\d초/).waitFor();
    await page.screenshot({ path: 'test/.out/player-1280.png' });
    expect(await video.evaluate((element: HTMLVideoElement) => element.muted)).toBe(true);
    await page.getByRole('button', { name: '소리 켜기' }).first().click();
    expect(await video.evaluate((element: HTMLVideoElement) => element.muted)).toBe(false);

    renameSync(media, `${media}.away`);
    await page.getByText('저절로 다시 이어집니다').waitFor({ timeout: 40_000 });
    renameSync(`${media}.away`, media);
    await expect.poll(phase, { timeout: 30_000 }).toBe('playing');
    expect(trouble).toEqual([]);
    await page.close();
  }, 120_000);
});
