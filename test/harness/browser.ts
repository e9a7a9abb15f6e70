import { chromium, type Browser, type Page } from 'playwright-core';
import { admin, type WeftServer } from './weft-server.ts';

/** Flags that keep Debian's Chromium from talking to anything but the page under test. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-US',
];

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
}

/** Signs in at the server as a new admin does. */
export async function openConsole(browser: Browser, server: WeftServer): Promise<Page> {
  const { pathname, hash } = new URL(await server.adminLink());
  return claimAdminLink(browser, `${server.url}${pathname}${hash}`);
}

/** Uses a one-time link: fills the form, lands on the Overview. */
export async function claimAdminLink(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Email').fill(admin.email);
  await page.getByLabel('Name').fill(admin.name);
  await page.locator('input[type=password]').first().fill(admin.password);
  await page
    .getByRole('button')
    .filter({ hasText: /start|create|continue|sign in/i })
    .click();
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}
