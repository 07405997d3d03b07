import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { keepConnections } from './connections.ts';
import type { Devices } from './devices.ts';
import { type Account, ROOT } from './onmaru.ts';
import { type Area, type Picture, rgba } from './picture.ts';
import { type Shot, shot } from './shot.ts';

const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

/** The documentation's own pictures are taken anew when asked for only: a test leaves the tree as it was. */
const IMAGES = process.env.ONMARU_PICTURES ? join(ROOT, 'docs/images') : join(ROOT, 'e2e/.out');

export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

const SMALL = { width: 640, height: 420 };

export interface Opening {
  readonly devices?: Devices;
  /** False where the person says no to camera and microphone, `sound` where to the camera alone. */
  readonly allows?: boolean | 'sound';
  /** Title of the tab that is chosen when the browser asks what to share. */
  readonly shares?: string;
  readonly viewport?: { width: number; height: number };
}

/** One person at one browser: a Chromium process of its own, because fake devices belong to the process. */
export class Person {
  readonly page: Page;
  /** What the page complained about: exceptions and refused requests to other hosts. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  static async open(
    origin: string,
    { devices, allows = true, shares, viewport = DESK }: Opening = {},
  ): Promise<Person> {
    const fake = devices
      ? [
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${devices.camera}`,
          `--use-file-for-fake-audio-capture=${devices.microphone}`,
        ]
      : [];
    const answers = shares
      ? [`--auto-select-tab-capture-source-by-title=${shares}`]
      : devices && allows === true
        ? ['--use-fake-ui-for-media-stream']
        : [];
    const browser = await chromium.launch({
      executablePath: join(ROOT, 'e2e/chromium.sh'),
      args: [...ARGUMENTS, ...fake, ...answers],
      // A muted browser shares its tabs without their sound.
      ignoreDefaultArgs: shares ? ['--mute-audio'] : [],
    });
    const phone: BrowserContextOptions = viewport.width < 600 ? { isMobile: true, hasTouch: true } : {};
    const context = await browser.newContext({
      viewport,
      locale: 'ko-KR',
      baseURL: origin,
      ignoreHTTPSErrors: true,
      ...phone,
    });
    const granted = allows === 'sound' ? ['microphone'] : ['camera', 'microphone'];
    if (devices && allows) await context.grantPermissions(granted);
    // The tone must arrive as it is: no filter that takes steady sound for noise.
    await context.addInitScript(plainMicrophone);
    await context.addInitScript(keepConnections);
    return new Person(browser, await context.newPage());
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async signIn(account: Account): Promise<void> {
    await this.page.goto('/sign-in');
    await this.page.getByLabel('아이디').fill(account.login);
    await this.page.getByLabel('비밀번호').fill(account.password);
    await this.button('로그인').click();
    await this.page.waitForURL('**/desk');
  }

  /** Through the door of the room: devices are checked, then in. */
  async enter(meeting: string): Promise<void> {
    await this.page.goto(`/m/${meeting}`);
    await this.button('회의 들어가기').click();
    await this.page.getByRole('region', { name: '내 버튼' }).waitFor({ timeout: 30_000 });
  }

  /**
   * From here on another window is in front, as on many desks: they are in the meeting, but nothing is drawn. Everybody
   * shares two cores here. Playwright keeps its pages visible, so the page is told.
   */
  async stepBack(): Promise<void> {
    await this.page.setViewportSize(SMALL);
    await this.page.evaluate(tellVisibility, 'hidden');
  }

  async stepForward(): Promise<void> {
    await this.page.evaluate(tellVisibility, 'visible');
    await this.page.setViewportSize(DESK);
  }

  /** What a video element shows now, or the area of it that matters; null while it shows nothing. */
  async screen(video: Locator, area: Area | null = null): Promise<Picture | null> {
    return seen(await video.evaluate(shot, area));
  }

  /** Rules of accessibility that the page breaks. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .analyze();
    return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`);
  }

  /** A picture for the documentation. */
  async photograph(name: string): Promise<void> {
    mkdirSync(IMAGES, { recursive: true });
    await this.page.evaluate(() => document.fonts.ready);
    await this.page.screenshot({ path: join(IMAGES, `${name}.png`) });
  }

  async leave(): Promise<void> {
    await this.#browser.close();
  }
}

/** The picture that a page took. */
export function seen(taken: Shot | null): Picture | null {
  return taken === null ? null : rgba(Buffer.from(taken.data, 'base64'), taken);
}

/** Runs in the page. */
function tellVisibility(state: string): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Runs in the page. */
function plainMicrophone(): void {
  const devices = navigator.mediaDevices;
  if (devices === undefined) return;
  const original = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (wanted) => {
    const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    const given = wanted?.audio;
    if (!given) return original(wanted);
    return original({ ...wanted, audio: { ...(typeof given === 'object' ? given : {}), ...plain } });
  };
}
