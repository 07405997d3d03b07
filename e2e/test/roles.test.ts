import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, Person, PHONE } from '../src/browser.ts';
import { makeDevices } from '../src/devices.ts';
import { openToday, start } from '../src/hall.ts';
import { Onmaru } from '../src/onmaru.ts';
import { signature } from '../src/signature.ts';

let onmaru: Onmaru;
let devices: string;
let host: Person;
let meeting: string;

beforeAll(async () => {
  devices = mkdtempSync(join(tmpdir(), 'onmaru-devices-'));
  onmaru = await Onmaru.run();
  host = await Person.open(onmaru.url, { devices: makeDevices(devices, signature(14)) });
  await host.signIn(onmaru.account('host'));
  meeting = await openToday(host);
});

afterAll(async () => {
  await host?.leave();
  await onmaru?.stop();
  rmSync(devices, { recursive: true, force: true });
});

/** One person's browser for one test. */
async function as(login: string | null, act: (person: Person) => Promise<void>, viewport = DESK): Promise<void> {
  const person = await Person.open(onmaru.url, { devices: makeDevices(devices, signature(15)), viewport });
  try {
    if (login !== null) await person.signIn(onmaru.account(login));
    await act(person);
    expect(person.complaints).toEqual([]);
  } finally {
    await person.leave();
  }
}

describe('the citizen', () => {
  it('opens one page without an account, on a phone, and finds what was and what comes', async () => {
    await as(
      null,
      async (citizen) => {
        await citizen.page.goto('/');
        await citizen.page.getByRole('heading', { name: '최근 회의' }).waitFor();
        expect(await citizen.barriers()).toEqual([]);
        await citizen.photograph('citizen-phone');
        await citizen.page.getByRole('link', { name: '지난 회의 모두 보기' }).click();
        await citizen.page.waitForURL('**/meetings');
        expect(await citizen.barriers()).toEqual([]);
      },
      PHONE,
    );
  });

  it('cannot see the staff’s pages', async () => {
    await as(null, async (citizen) => {
      for (const path of ['/desk', '/admin/people', `/m/${meeting}`]) {
        await citizen.page.goto(path);
        await citizen.page.waitForURL('**/sign-in**');
      }
      const answer = await citizen.page.request.get('/api/v1/people');
      expect(answer.status()).toBe(401);
    });
  });
});

describe('the host', () => {
  it('prepares at the desk, enters, starts and has the control room at hand', async () => {
    await host.page.goto('/desk');
    await host.page.getByRole('link', { name: '회의 들어가기' }).first().waitFor();
    expect(await host.barriers()).toEqual([]);
    await host.photograph('desk-host');
    await host.page.goto(`/m/${meeting}`);
    await host.page
      .getByText(/준비가 되었습니다|마이크를 확인합니다/)
      .first()
      .waitFor();
    expect(await host.barriers()).toEqual([]);
    await host.photograph('door');
    await host.enter(meeting);
    await start(host);
    expect(await host.barriers()).toEqual([]);
    await host.photograph('room-control');
  });
});

describe('the chair', () => {
  it('may go on air, but has no administration', async () => {
    await as('mayor', async (mayor) => {
      await mayor.enter(meeting);
      await mayor.button('방송 시작').waitFor({ timeout: 30_000 });
      await mayor.page.goto('/admin/people');
      await mayor.page.getByText('이 화면을 볼 권한이 없습니다.').waitFor();
    });
  });
});

describe('a unit head', () => {
  it('enters on a phone with big buttons and cannot put anything on air', async () => {
    await as(
      'gangcheon',
      async (unitHead) => {
        await unitHead.enter(meeting);
        await unitHead.button('카메라 끄기').waitFor({ timeout: 30_000 });
        expect(await unitHead.barriers()).toEqual([]);
        await unitHead.photograph('room-phone');
        expect(await unitHead.button('방송 시작').count()).toBe(0);
        expect(await unitHead.button('진행').count()).toBe(0);
        for (const button of await unitHead.page.getByRole('region', { name: '내 버튼' }).getByRole('button').all()) {
          const box = await button.boundingBox();
          expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
        }
        const status = await unitHead.page.evaluate(postOnAir, meeting);
        expect(status).toBe(403);
      },
      PHONE,
    );
  });

  it('raises a hand on a phone, gets the floor when its turn is called, and gives it back', async () => {
    await as(
      'gangcheon',
      async (unitHead) => {
        await unitHead.enter(meeting);
        await unitHead.button('손들기').click();
        await unitHead.button('손 내리기').waitFor();
        await host.page.getByText('1명이 손을 들었습니다: 장미르').waitFor();
        await host.button('다음 발언').click();
        const floor = unitHead.page.getByRole('region', { name: '발언권' });
        await floor.getByText('강천면 면장 장미르').waitFor();
        await unitHead.button('손들기').waitFor();
        expect(await floor.getByRole('button').count()).toBe(0);
        expect([...(await unitHead.barriers()), ...(await host.barriers())]).toEqual([]);
        await unitHead.photograph('room-phone-floor');
        await host.photograph('room-floor');
        await host.button('발언 끝').click();
        await floor.waitFor({ state: 'detached' });
      },
      PHONE,
    );
  });
});

describe('somebody of the staff', () => {
  it('enters and is counted', async () => {
    await as('staff', async (staff) => {
      await staff.page.goto('/desk');
      expect(await staff.barriers()).toEqual([]);
      await staff.enter(meeting);
      await host.button(/참석 \d+/).waitFor();
    });
  });
});

describe('the administrator', () => {
  it('keeps people, units and series', async () => {
    await as('admin', async (admin) => {
      for (const [path, heading, one] of [
        ['/admin/people', '사람', '윤다솜'],
        ['/admin/units', '부서·기관', '세종대왕면'],
        ['/admin/series', '회의체', '통합재난 안전대책 영상회의'],
      ] as const) {
        await admin.page.goto(path);
        await admin.page.getByRole('heading', { name: heading, level: 1 }).waitFor();
        await admin.page.getByText(one).first().waitFor();
        expect(await admin.barriers(), path).toEqual([]);
      }
      await admin.page.goto('/admin/units');
      await admin.page.getByText('세종대왕면').first().waitFor();
      await admin.photograph('admin-units');
    });
  });

  it('asks the units something new, and a unit finds it in its report', async () => {
    await as('admin', async (admin) => {
      await admin.page.goto('/admin/templates');
      const dialog = admin.page.getByRole('dialog');
      await admin.button('지표 추가').click();
      await dialog.getByLabel('이름', { exact: true }).fill('동파 신고');
      await dialog.getByLabel('영문 이름').fill('Frozen pipes');
      await dialog.getByRole('button', { name: '저장' }).click();
      await admin.page.getByRole('rowheader', { name: '동파 신고' }).waitFor();
      await admin.button('서식 추가').click();
      await dialog.getByLabel('이름', { exact: true }).fill('한파');
      await dialog.getByLabel('영문 이름').fill('Cold wave');
      await dialog.getByLabel('지표 넣기').selectOption({ label: '동파 신고 (명)' });
      await dialog.getByRole('button', { name: '저장' }).click();
      await admin.page.getByRole('heading', { name: '한파' }).waitFor();
      await admin.photograph('admin-templates');
    });
    await as('jungang', async (head) => {
      await head.page.goto('/reports');
      await head.page.getByText('한파', { exact: true }).click();
      await head.page.getByLabel('동파 신고 누적').fill('5');
      await head.page.getByText('방금 저장됨').first().waitFor();
      await head.page.reload();
      expect(await head.page.getByLabel('동파 신고 누적').inputValue()).toBe('5');
      await head.photograph('report-new-template');
    });
  });
});

/** Runs in the page: what the button would do if there were one. */
async function postOnAir(meeting: string): Promise<number> {
  const secret = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
  const response = await fetch(`/api/v1/meetings/${meeting}/on-air`, {
    method: 'POST',
    headers: { 'x-xsrf-token': decodeURIComponent(secret) },
  });
  return response.status;
}
