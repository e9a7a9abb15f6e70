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

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Uses a one-time link: fills the form, lands on the Overview. */
export async function claimAdminLink(browser: Browser, link: string, person: NewPerson = admin): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Name').fill(person.name);
  await page.locator('input[type=password]').first().fill(person.password);
  await page
    .getByRole('button')
    .filter({ hasText: /start|create|continue|sign in/i })
    .click();
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

/** What went wrong in a page since it is watched: messages of the browser's console that are errors (which a broken
 * content security policy is too), faults of scripts, requests that failed or were answered with 400 or more. */
export function watchPage(page: Page): { readonly troubles: () => readonly string[] } {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()} at ${page.url()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message} at ${page.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()} at ${page.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left takes its questions with it.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`${reason} ${request.url()} at ${page.url()}`);
  });
  return { troubles: () => troubles };
}
