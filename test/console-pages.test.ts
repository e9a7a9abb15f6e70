/**
 * Every page of the console in a real browser, against a real server and agent: first with nothing to show, then with this
 * machine's own data. A page is right when it shows what it should and the browser has nothing to complain about.
 */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient } from '@weft/schema';
import type { Browser, Locator, Page } from 'playwright-core';
import { claimAdminLink, openConsole, startBrowser, watchPage } from './harness/browser.ts';
import { eventually } from './harness/eventually.ts';
import { freePort } from './harness/free-port.ts';
import { createScratch } from './harness/scratch.ts';
import { startWeftAgent, type WeftAgent } from './harness/weft-agent.ts';
import { admin, adminClient, startWeftServer, type WeftServer } from './harness/weft-server.ts';

setDefaultTimeout(120_000);

const scratch = createScratch();
let server: WeftServer;
let agent: WeftAgent | undefined;
let browser: Browser;
let page: Page;
let watch: ReturnType<typeof watchPage>;
let call: ApiClient;

beforeAll(async () => {
  server = await startWeftServer({ dataDir: join(scratch.path, 'data'), port: freePort() });
  browser = await startBrowser();
  page = await openConsole(browser, server);
  watch = watchPage(page);
  call = await adminClient(server);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await agent?.stop();
  await server?.stop();
  scratch.remove();
}, 60_000);

interface Expected {
  readonly path: string;
  /** What stands there once the page has all it asked for. */
  readonly shows: (page: Page) => Locator;
}

const anyRow = (on: Page): Locator => on.getByRole('row').nth(1);
const heading =
  (name: string | RegExp): Expected['shows'] =>
  (on) =>
    on.getByRole('heading', { name }).first();
const button =
  (name: string): Expected['shows'] =>
  (on) =>
    on.getByRole('button', { name });
const rowOrEmpty = (on: Page): Locator =>
  anyRow(on)
    .or(on.getByRole('heading', { level: 3 }))
    .first();

async function open(on: Page, { path, shows }: Expected): Promise<void> {
  await on.goto(server.url + path);
  await shows(on).waitFor();
}

function params(): URLSearchParams {
  return new URL(page.url()).searchParams;
}

/** The address follows what is typed a moment later. */
async function untilParams(holds: (now: URLSearchParams) => boolean): Promise<void> {
  await page.waitForURL((url) => holds(url.searchParams));
}

function valueOf<T>(outcome: { kind: 'ok'; value: T } | { kind: 'error'; error: unknown }): T {
  if (outcome.kind === 'error') throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

const settingsPages: readonly Expected[] = [
  { path: '/settings/agent-tokens', shows: button('Create agent token') },
  { path: '/settings/people', shows: (on) => on.getByRole('row').filter({ hasText: admin.email }) },
  { path: '/settings/api-keys', shows: button('Create API key') },
  { path: '/settings/data-sources', shows: anyRow },
  { path: '/settings/system', shows: anyRow },
];

describe('with nothing to show', () => {
  const emptyPages: readonly (Expected & { readonly does: RegExp })[] = [
    { path: '/', shows: heading('No machine reports yet'), does: /weft-agent/ },
    { path: '/machines', shows: heading('No machine reports yet'), does: /weft-agent/ },
    { path: '/applications', shows: heading('No application in this time range'), does: /weft status/ },
    { path: '/graph', shows: heading('No graph in this time range'), does: /weft status/ },
    { path: '/graph?view=launches', shows: heading('No graph in this time range'), does: /weft status/ },
    { path: '/graph?view=table', shows: heading('No edges in this time range'), does: /weft status/ },
  ];

  test.each(emptyPages)('$path says what to do next', async ({ path, shows, does }) => {
    await open(page, { path, shows });
    expect(await page.locator('main').innerText()).toMatch(does);
    expect(watch.troubles()).toEqual([]);
  });

  test.each(settingsPages)('$path opens', async (expected) => {
    await open(page, expected);
    expect(watch.troubles()).toEqual([]);
  });
});

describe('with an agent', () => {
  let machine: { readonly id: string; readonly hostname: string };
  let applicationKey: string;

  // The programs end at once and have names of their own, so that what is looked for is known beforehand.
  beforeAll(async () => {
    agent = startWeftAgent({ dir: scratch.path, token: server.agentToken, serverUrl: server.url });
    machine = await eventually('the machine checks in', async () => valueOf(await call('listMachines', {})).rows[0]);
    for (const name of ['pages-known', 'pages-other']) copyFileSync('/bin/true', join(scratch.path, name));
    for (const [name, argv0] of [
      ['pages-known', '=1+1'],
      ['pages-known', 'two'],
      ['pages-other', 'other'],
    ] as const) {
      await Bun.spawn([join(scratch.path, name)], { argv0 }).exited;
    }
    const node = await eventually('the launches are in the graph', async () => {
      const { nodes } = valueOf(await call('getGraph', { maxNodes: 10_000 }));
      return nodes.find(({ label }) => label.includes('pages-known'));
    });
    applicationKey = node.key.replace(/^app:/, '');
  }, 120_000);

  function pagesWithData(): readonly Expected[] {
    const machinePath = `/machines/${machine.id}`;
    const applicationPath = `/application?key=${encodeURIComponent(applicationKey)}`;
    const drawn = (on: Page): Locator => on.getByText(/^\d[\d,]* of \d[\d,]* nodes/);
    return [
      { path: '/', shows: (on) => on.locator('.uplot').first() },
      { path: '/machines', shows: (on) => on.getByRole('link', { name: machine.hostname }).first() },
      { path: machinePath, shows: anyRow },
      { path: `${machinePath}?tab=execs`, shows: anyRow },
      ...['connections', 'listeners', 'dns', 'containers'].map((tab) => ({ path: `${machinePath}?tab=${tab}`, shows: rowOrEmpty })),
      { path: `${machinePath}?tab=agent`, shows: heading('What it watches, and how') },
      { path: '/applications', shows: anyRow },
      { path: applicationPath, shows: heading(/pages-known/) },
      ...['launches', 'containers', 'execs'].map((tab) => ({ path: `${applicationPath}&tab=${tab}`, shows: rowOrEmpty })),
      { path: '/graph', shows: drawn },
      { path: '/graph?view=launches', shows: drawn },
      { path: '/graph?group=owner', shows: drawn },
      { path: '/graph?view=table', shows: anyRow },
      ...settingsPages,
    ];
  }

  test.each(['light', 'dark'] as const)('every page and tab opens without a complaint, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(colorScheme === 'light' ? { width: 1440, height: 900 } : { width: 1280, height: 800 });
    for (const expected of pagesWithData()) {
      await open(page, expected);
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(colorScheme);
      expect({ path: expected.path, overhangPx: await page.evaluate('document.documentElement.scrollWidth - innerWidth') }).toEqual({
        path: expected.path,
        overhangPx: 0,
      });
    }
    expect(watch.troubles()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  describe('a table', () => {
    const filter = (): Locator => page.getByLabel('Filter', { exact: true });
    const rowsWith = (text: string): Locator => page.getByRole('row').filter({ hasText: text });

    async function column(title: string): Promise<readonly number[]> {
      const titles = await page.getByRole('columnheader').allInnerTexts();
      const at = titles.findIndex((one) => one.trim() === title);
      const rows = await page.getByRole('row').all();
      const inOrder = await Promise.all(
        rows.slice(1).map(async (row) => ({
          index: Number(await row.getAttribute('aria-rowindex')),
          value: Number((await row.getByRole('gridcell').nth(at).innerText()).replaceAll(',', '')),
        })),
      );
      return inOrder.toSorted((one, other) => one.index - other.index).map(({ value }) => value);
    }

    test('sorts, and the address says so', async () => {
      await open(page, { path: '/applications', shows: anyRow });
      const header = page.getByRole('columnheader', { name: 'Processes' });
      await header.getByRole('button').click();
      await untilParams((now) => now.get('sort') === '-processes');
      expect(await header.getAttribute('aria-sort')).toBe('descending');
      const falling = await column('Processes');
      expect(falling.length).toBeGreaterThan(3);
      expect(falling).toEqual(falling.toSorted((one, other) => other - one));
      await header.getByRole('button').click();
      await untilParams((now) => now.get('sort') === 'processes');
      const rising = await column('Processes');
      expect(rising).toEqual(rising.toSorted((one, other) => one - other));
    });

    test('filters by a condition that the address carries over a reload', async () => {
      await open(page, { path: '/applications', shows: anyRow });
      await filter().fill('application contains pages-');
      await filter().press('Enter');
      await untilParams((now) => now.get('where') === 'application contains pages-');
      await page.getByText(/^2 of \d/).waitFor();
      await filter().fill('known');
      await untilParams((now) => now.get('q') === 'known');
      await page.reload();
      await page.getByText(/^1 of \d/).waitFor();
      expect(await rowsWith('pages-known').count()).toBe(1);
      expect(await rowsWith('pages-other').count()).toBe(0);
      expect(watch.troubles()).toEqual([]);
    });

    test('exports exactly what is filtered, harmless to a spreadsheet', async () => {
      await open(page, { path: `/machines/${machine.id}?tab=execs&q=pages-known`, shows: () => rowsWith('pages-known').first() });
      await page.getByText(/^2 of \d/).waitFor();
      const waiting = page.waitForEvent('download');
      await button('CSV')(page).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toBe('weft-programs-started.csv');
      const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
      expect(lines).toHaveLength(4);
      expect(lines.slice(1, 3).every((line) => line.includes('pages-known'))).toBe(true);
      // A command line that a spreadsheet would compute is text.
      expect(lines.some((line) => line.includes("'=1+1"))).toBe(true);
      expect(lines.some((line) => /(^|,)"?=/.test(line))).toBe(false);
    });
  });

  test('keys: search, go, through the rows, help', async () => {
    await open(page, { path: '/', shows: heading('Overview') });
    const search = page.getByLabel('Search everything');
    await page.keyboard.press('/');
    expect(await search.evaluate('document.activeElement?.hasAttribute("data-search-input")')).toBe(true);
    await page.keyboard.type('pages-known');
    await page.getByRole('option').filter({ hasText: 'pages-known' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard' });
    await help.waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.waitForURL((url) => url.pathname === '/machines');
    await page.getByRole('link', { name: machine.hostname }).first().waitFor();
    await page.keyboard.press('j');
    await page.locator('[role=row][data-active]').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/machines/${machine.id}`);

    await open(page, { path: '/applications?where=application+contains+pages-', shows: anyRow });
    const marked = page.locator('[role=row][data-active]');
    for (const [key, row] of [
      ['j', '2'],
      ['j', '3'],
      ['k', '2'],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(`[role=row][data-active][aria-rowindex="${row}"]`).waitFor();
    }
    const target = await marked.getByRole('link').first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/application');
    expect(params().get('key')).toBe(new URL(target ?? '', server.url).searchParams.get('key'));
    expect(watch.troubles()).toEqual([]);
  });

  test('the graph: a search finds a node, a click opens its dossier, the address keeps both', async () => {
    await open(page, { path: '/graph', shows: (on) => on.getByLabel('Find a node') });
    await page.getByLabel('Find a node').fill('pages-known');
    await page.getByText('1 of 1', { exact: true }).waitFor();
    await untilParams((now) => now.get('find') === 'pages-known');
    const dossier = page.getByRole('complementary', { name: 'Dossier' });
    // The node that is found comes to the middle; while the picture still moves a click may miss it.
    const box = await page.locator('canvas').last().boundingBox();
    if (box === null) throw new Error('the picture is not there');
    await eventually('a click on the node in the middle opens its dossier', async () => {
      if (await dossier.isVisible()) return true;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      return undefined;
    });
    await dossier.getByRole('heading', { name: /pages-known/ }).waitFor();
    expect(await dossier.innerText()).toMatch(/Processes\s+2/);
    expect(params().get('row')).toBe(`app:${applicationKey}`);
    await page.reload();
    await dossier.getByRole('heading', { name: /pages-known/ }).waitFor();
    expect(await page.getByLabel('Find a node').inputValue()).toBe('pages-known');
    // Escape is the dossier's once nobody types.
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Escape');
    await dossier.waitFor({ state: 'hidden' });
    expect(watch.troubles()).toEqual([]);
  });

  test('the table of the graph has the same dossier', async () => {
    await open(page, { path: '/graph?view=table&q=pages-known', shows: anyRow });
    await anyRow(page).getByRole('gridcell').first().click();
    const dossier = page.getByRole('complementary', { name: 'Dossier' });
    await dossier.waitFor();
    expect(await dossier.innerText()).toMatch(/2/);
    await page.reload();
    await dossier.waitFor();
    expect(watch.troubles()).toEqual([]);
  });

  test('a viewer looks, and is offered nothing that only admins may do', async () => {
    await open(page, { path: '/settings/people', shows: anyRow });
    await button('Invite')(page).click();
    const dialog = page.getByRole('dialog', { name: 'Invite a person' });
    await dialog.getByLabel('Email').fill('viewer@weft.example');
    await dialog.getByLabel('Role').selectOption('viewer');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    const link = await dialog.locator('pre').innerText();
    const viewer = await claimAdminLink(browser, link, {
      email: 'viewer@weft.example',
      name: 'Viewer',
      password: 'a viewer of many things',
    });
    const viewerWatch = watchPage(viewer);
    await open(viewer, { path: '/machines', shows: (on) => on.getByRole('link', { name: machine.hostname }).first() });
    await open(viewer, { path: '/settings', shows: anyRow });
    await open(viewer, { path: '/settings/agent-tokens', shows: heading('Only analysts and admins see this') });
    await open(viewer, { path: '/settings/people', shows: heading('Only admins see this') });
    await open(viewer, { path: '/settings/api-keys', shows: heading('Only admins see this') });
    for (const section of ['agent-tokens', 'people', 'api-keys', 'data-sources', 'system']) {
      await open(viewer, { path: `/settings/${section}`, shows: rowOrEmpty });
      expect(await viewer.getByRole('button', { name: /create|invite|delete|disable|enable/i }).count()).toBe(0);
    }
    expect(viewerWatch.troubles()).toEqual([]);
    await viewer.context().close();
    await page.keyboard.press('Escape');
    expect(watch.troubles()).toEqual([]);
  });
});

test('signing out and in again; a wrong password is refused in words', async () => {
  await open(page, { path: '/machines', shows: anyRow });
  await button('You')(page).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL((url) => url.pathname === '/sign-in');
  expect(watch.troubles()).toEqual([]);
  // What the server refuses is an error to the browser's console too: from here on it is asked for.
  await page.getByLabel('Email').fill(admin.email);
  await page.locator('input[type=password]').fill('not the password');
  await button('Sign in')(page).click();
  const refusal = page.getByRole('alert');
  await refusal.waitFor();
  expect(await refusal.innerText()).toMatch(/You are not signed in.*(email|password)/s);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.locator('input[type=password]').fill(admin.password);
  await button('Sign in')(page).click();
  await page.waitForURL((url) => url.pathname === '/');
  await heading('Overview')(page).waitFor();
  // Without a session every page asks for one first, and comes back to where it was.
  await page.context().clearCookies();
  await page.goto(`${server.url}/machines?q=nothing`);
  await page.waitForURL((url) => url.pathname === '/sign-in' && url.searchParams.get('next') === '/machines?q=nothing');
});
