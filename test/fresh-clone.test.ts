/**
 * A new user's first minutes: clone, `./weft up`, open the page; again `up`; `status`; `down`.
 * Everything is taken from the clone's own scripts; nothing of this checkout's `.weft` or `node_modules` is there.
 */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { claimAdminLink, startBrowser } from './harness/browser.ts';
import { freePort } from './harness/free-port.ts';
import { run } from './harness/programs.ts';
import { repository } from './harness/repository.ts';
import { createScratch } from './harness/scratch.ts';

setDefaultTimeout(900_000);

const scratch = createScratch();
const clone = join(scratch.path, 'weft');
const port = freePort();
let browser: Browser | undefined;

interface Finished {
  readonly exitCode: number;
  readonly output: string;
}

async function weft(...args: string[]): Promise<Finished> {
  const child = Bun.spawn([join(clone, 'weft'), ...args], {
    cwd: clone,
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: scratch.path, ...proxies() },
  });
  const [out, problem] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  return { exitCode: await child.exited, output: out + problem };
}

/** The one part of this environment that a clone needs too: the way to the package registries. */
function proxies(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      /^(https?_proxy|no_proxy|npm_config_\w+)$/i.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  );
}

beforeAll(async () => {
  await run(['git', 'clone', '--quiet', '--no-hardlinks', repository, clone]);
});

afterAll(async () => {
  await browser?.close();
  if (existsSync(join(clone, 'weft'))) await weft('down');
  scratch.remove();
}, 60_000);

test('clone, up, open the page, up again, status, down', async () => {
  const first = await weft('up', '--detach', '--port', String(port));
  expect(first).toMatchObject({ exitCode: 0 });
  const link = new RegExp(`https://\\S+:${port}/claim#\\S+`).exec(first.output)?.[0] ?? '';
  expect(link).not.toBe('');

  browser = await startBrowser();
  const page = await claimAdminLink(browser, link);
  const { origin } = new URL(link);
  await page.goto(`${origin}/graph`);
  await page
    .getByText(/\d+ of \d+/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.goto(`${origin}/machines`);
  await page.getByRole('row').filter({ hasText: 'ACTIVE' }).first().waitFor({ timeout: 60_000 });

  const again = await weft('up', '--detach', '--port', String(port));
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.output).not.toContain('/claim#');
  const status = await weft('status');
  expect(status).toMatchObject({ exitCode: 0 });
  expect(status.output).toMatch(/server.*running/i);
  expect(status.output).toMatch(/agent.*running/i);

  expect(await weft('down')).toMatchObject({ exitCode: 0 });
  expect(await weft('status')).toMatchObject({ exitCode: 1 });
});
