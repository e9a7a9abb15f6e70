/**
 * How smoothly the graph page pans and zooms, in a real Chromium that draws in software (SwiftShader): what a machine
 * without a graphics card gives. The bar is 60 frames a second with 5,000 nodes; the first row is the same browser moving
 * over an empty graph: its own pace. On a machine that does other things too, look at the processor time of a frame:
 * the page's and the drawing's run beside each other, so 16.7 ms or less of each is 60 a second on two free cores.
 */
import { chromium, type Browser, type Page } from 'playwright-core';
import { serveGraphWorld } from './graph-world.ts';
import { median, printTable } from './table.ts';

const SIZES = [0, 500, 2_000, 5_000];
const MEASURED_MS = 4_000;
/** A mouse reports about this often. */
const STEP_MS = 8;
/** Until what the layout has left to draw is drawn. */
const REST_MS = 3_000;
const LAYOUT_TIMEOUT_MS = 300_000;
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--no-first-run',
];

/** Moves until `endMs` as a hand does. */
type Move = (page: Page, endMs: number) => Promise<void>;

interface Motion {
  /** Milliseconds between frames. */
  readonly frames: readonly number[];
  /** Processor milliseconds a frame, of the page's process and of the one that draws. */
  readonly pageMs: number;
  readonly drawMs: number;
}

const server = serveGraphWorld();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
try {
  const motions = ['pan', 'zoom'].flatMap((word) => [`${word} median`, `${word} p95`, 'CPU page', 'CPU draw']);
  const rows = [['nodes', 'edges', 'shown after', 'laid out after', ...motions]];
  for (const size of SIZES) rows.push(await measure(browser, size));
  printTable(rows);
  console.log('\nmilliseconds from frame to frame, and of processor time a frame; 16.7 is 60 a second, the most this browser draws');
} finally {
  await browser.close();
  await server.stop(true);
}

async function measure(on: Browser, size: number): Promise<string[]> {
  const context = await on.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: 'nodes', value: String(size), url: server.url.href }]);
  const page = await context.newPage();
  const startedAtMs = performance.now();
  await page.goto(new URL('/graph?nodes=10000', server.url).href);
  await page.getByText(/ nodes, .* edges/).waitFor({ timeout: LAYOUT_TIMEOUT_MS });
  const shownMs = performance.now() - startedAtMs;
  await page.getByText('Laying out').waitFor({ state: 'hidden', timeout: LAYOUT_TIMEOUT_MS });
  const laidOutMs = performance.now() - startedAtMs;
  await Bun.sleep(REST_MS);
  const pan = await measureMotion(on, page, panAbout);
  await Bun.sleep(REST_MS);
  const zoom = await measureMotion(on, page, zoomInAndOut);
  await context.close();
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  return [String(size), String(size * 3), seconds(shownMs), size === 0 ? '-' : seconds(laidOutMs), ...figures(pan), ...figures(zoom)];
}

async function measureMotion(on: Browser, page: Page, move: Move): Promise<Motion> {
  const before = await processorSeconds(on);
  const times = await frameTimesWhile(page, move);
  const after = await processorSeconds(on);
  const perFrameMs = (type: 'renderer' | 'GPU'): number => ((after[type] - before[type]) * 1000) / times.length;
  return {
    frames: times.slice(1).map((at, index) => at - (times[index] ?? at)),
    pageMs: perFrameMs('renderer'),
    drawMs: perFrameMs('GPU'),
  };
}

/** When the page drew its frames while `move` went on, in milliseconds. */
async function frameTimesWhile(page: Page, move: Move): Promise<number[]> {
  const frames = page.evaluate(async (measuredMs) => {
    const times: number[] = [];
    const startMs = performance.now();
    while (performance.now() - startMs < measuredMs) times.push(await new Promise(requestAnimationFrame));
    return times;
  }, MEASURED_MS);
  await move(page, performance.now() + MEASURED_MS);
  return frames;
}

/** Processor time that the pages' processes and the drawing process have used so far. */
async function processorSeconds(on: Browser): Promise<Readonly<Record<'renderer' | 'GPU', number>>> {
  const session = await on.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sum = (type: string): number => processInfo.filter((one) => one.type === type).reduce((total, { cpuTime }) => total + cpuTime, 0);
  return { renderer: sum('renderer'), GPU: sum('GPU') };
}

async function panAbout(page: Page, endMs: number): Promise<void> {
  await page.mouse.move(700, 500);
  await page.mouse.down();
  for (let step = 0; performance.now() < endMs; step += 1) {
    await page.mouse.move(700 + 200 * Math.sin(step / 20), 500 + 120 * Math.cos(step / 20));
    await Bun.sleep(STEP_MS);
  }
  await page.mouse.up();
}

async function zoomInAndOut(page: Page, endMs: number): Promise<void> {
  await page.mouse.move(800, 480);
  const turns: Promise<void>[] = [];
  for (let step = 0; performance.now() < endMs; step += 1) {
    // a hand does not wait until the page has seen the last turn of the wheel
    turns.push(page.mouse.wheel(0, Math.floor(step / 12) % 2 === 0 ? -40 : 40));
    await Bun.sleep(STEP_MS * 4);
  }
  await Promise.all(turns);
}

function figures({ frames, pageMs, drawMs }: Motion): string[] {
  const sorted = [...frames].sort((one, other) => one - other);
  return [median(frames), sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN, pageMs, drawMs].map((ms) => ms.toFixed(1));
}
