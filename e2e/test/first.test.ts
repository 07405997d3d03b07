import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person, PHONE } from '../src/browser.ts';
import { Onmaru } from '../src/onmaru.ts';

const LOGIN = 'admin';
const PASSWORD = 'sejong daewang 1443';

let onmaru: Onmaru;
let newcomer: Person;
let citizen: Person;

/** A city that has just typed the one command. */
beforeAll(async () => {
  onmaru = await Onmaru.run({ demo: false });
  newcomer = await Person.open(onmaru.url);
  citizen = await Person.open(onmaru.url, { viewport: PHONE });
});

afterAll(async () => {
  await citizen?.leave();
  await newcomer?.leave();
  await onmaru?.stop();
});

describe('the first start', () => {
  it('prints one link, and citizens already find a page that says there is nothing yet', async () => {
    expect(onmaru.said).toContain('첫 관리자를 만드는 주소(한 번만 쓸 수 있음)');
    expect(onmaru.said).toContain(new URL(onmaru.setup, onmaru.url).href);
    expect(onmaru.said, 'nobody is made up').not.toContain('ONMARU_DEMO');
    await citizen.page.goto('/');
    await citizen.page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await citizen.barriers()).toEqual([]);
    await citizen.photograph('first-citizen-phone');
  });

  it('the link makes the first administrator, who is signed in at once', async () => {
    await newcomer.page.goto(onmaru.setup);
    await newcomer.page.getByRole('heading', { name: '처음 설정' }).waitFor();
    expect(await newcomer.barriers()).toEqual([]);
    await newcomer.page.getByLabel('아이디').fill(LOGIN);
    await newcomer.page.getByLabel('이름').fill('남궁온마루');
    await newcomer.page.getByLabel('비밀번호').fill('short');
    await newcomer.button('관리자 만들기').click();
    await newcomer.photograph('first-setup');
    expect(await newcomer.page.getByLabel('아이디').inputValue(), 'nothing typed is lost').toBe(LOGIN);
    await newcomer.page.getByLabel('비밀번호').fill(PASSWORD);
    await newcomer.button('관리자 만들기').click();
    await newcomer.page.waitForURL('**/desk');
    await newcomer.page.getByRole('heading', { name: '처음 할 일' }).waitFor();
    expect(await newcomer.barriers()).toEqual([]);
    await newcomer.photograph('first-desk');
  });

  it('the link works once', async () => {
    const late = await Person.open(onmaru.url);
    try {
      await late.page.goto(onmaru.setup);
      await late.page.getByText('설정을 이미 마쳤습니다.').waitFor();
      const token = new URL(onmaru.setup, onmaru.url).searchParams.get('token');
      expect(await late.page.evaluate(setUp, token), 'gone').toBe(410);
      await late.signIn({ login: LOGIN, password: PASSWORD, who: 'the administrator' });
    } finally {
      await late.leave();
    }
  });
});

/** Runs in the page: asks as the form does. */
async function setUp(token: string | null): Promise<number> {
  const secret = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
  const body = JSON.stringify({ token, loginName: 'thief', name: '도둑', password: 'another long one 9' });
  const headers = { 'content-type': 'application/json', 'x-xsrf-token': decodeURIComponent(secret) };
  return (await fetch('/api/v1/setup', { method: 'POST', headers, body })).status;
}
