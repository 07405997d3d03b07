import { type Browser, launch, type Page } from 'puppeteer-core';
import { DESK, seen } from './browser.ts';
import type { Account } from './onmaru.ts';
import type { Picture } from './picture.ts';
import { shot } from './shot.ts';
import type { Signature } from './signature.ts';

/** Debian's, unless another is named. */
const PROGRAM = process.env.ONMARU_FIREFOX ?? '/usr/bin/firefox-esr';

/** How long an element may take to be there. */
const PATIENCE_MS = 60_000;

/** NS_BINDING_ABORTED: a page that is left lets go of the fonts it was still fetching. */
const ABORTED_FONT = /downloadable font: download failed .*status=2152398850/;

/**
 * One person at Firefox as it is delivered, driven by the standard that it speaks (WebDriver BiDi). Its camera is its
 * own: one colour after the other.
 */
export class Firefox {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly #browser: Browser;
  readonly #origin: string;

  private constructor(browser: Browser, page: Page, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => {
      if (!ABORTED_FONT.test(String(error))) this.complaints.push(String(error));
    });
  }

  /** @param voice whose tone its microphone gives */
  static async open(origin: string, voice: Signature): Promise<Firefox> {
    const browser = await launch({
      browser: 'firefox',
      executablePath: PROGRAM,
      headless: true,
      extraPrefsFirefox: {
        'intl.accept_languages': 'ko-KR',
        'media.autoplay.default': 0,
        // Where there is no sound card, sound would stand still.
        'media.cubeb.force_mock_context': true,
        'media.navigator.permission.disabled': true,
        'media.navigator.streams.fake': true,
        'media.navigator.audio.fake_frequency': voice.toneHertz,
        'media.peerconnection.ice.loopback': true,
      },
    });
    const page = await browser.newPage();
    await page.setViewport(DESK);
    return new Firefox(browser, page, origin);
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.#origin).href);
  }

  /** Presses a button, once it is there. */
  async press(name: string): Promise<void> {
    await this.page.locator(button(name)).click();
  }

  /** Until a button is there. */
  async offers(name: string): Promise<void> {
    await this.page.waitForSelector(button(name));
  }

  async signIn(account: Account): Promise<void> {
    await this.goto('/sign-in');
    await this.page.locator(field('아이디')).fill(account.login);
    await this.page.locator(field('비밀번호')).fill(account.password);
    await this.press('로그인');
    await this.page.waitForSelector('::-p-xpath(//h2[normalize-space()="오늘의 회의"])');
  }

  async enter(meeting: string): Promise<void> {
    await this.goto(`/m/${meeting}`);
    await this.press('회의 들어가기');
    await this.offers('나가기');
  }

  /** What a video element shows now; null while there is none or it shows nothing. */
  async screen(selector: string): Promise<Picture | null> {
    const video = await this.page.$(selector);
    return video === null ? null : seen(await video.evaluate(shot, null));
  }

  async leave(): Promise<void> {
    await this.#browser.close();
  }
}

function button(name: string): string {
  return `::-p-xpath(//button[normalize-space()="${name}"])`;
}

function field(label: string): string {
  return `::-p-xpath(//input[@id=//label[starts-with(normalize-space(),"${label}")]/@for])`;
}
