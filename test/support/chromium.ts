/** A headless Chromium for looking at pages, driven through its own pipe; tests are skipped visibly where there is none. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { defined } from '../../src/values/defined.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'] as const;

/** Name of a browser that can be run here. */
export const chromiumName = (): string | undefined =>
  NAMES.find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore', timeout: 60_000 });
      return true;
    } catch {
      return false;
    }
  });

type Reply = Readonly<Record<string, unknown>>;

export interface Page {
  /** Value of an expression in the page; the page's policy does not bind it. */
  evaluate(expression: string): Promise<unknown>;
  /** A key pressed and let go, such as Tab, Enter or Escape. */
  press(key: string): Promise<void>;
  /** From now on as on a screen of that width, in the dark, or on paper. */
  show(as: { readonly width: number; readonly dark?: boolean; readonly print?: boolean }): Promise<void>;
  /** The page as pictured at a width, in CSS pixels. */
  picture(width: number): Promise<Uint8Array>;
  pdf(): Promise<Uint8Array>;
  /** Addresses that the page tried to load, itself left out. */
  readonly requests: readonly string[];
  /** Messages of errors and breaches of policy. */
  readonly complaints: readonly string[];
}

/** One browser for the tests of a file: starting it takes longer than most of what is looked at. */
export interface Browser {
  /** Opens a file in a window that knows nothing of earlier ones, hands it to `look`, and closes it whatever happens. */
  withPage<T>(url: string, look: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openBrowser(name: string): Browser {
  const profile = mkdtempSync(join(tmpdir(), 'tdkvh-chromium-'));
  const browser = spawn(
    name,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    // A group of its own, so that its helpers end with it.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  );
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const wire = connect(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
  return {
    withPage: async (url, look) => {
      const { browserContextId } = await wire.send('Target.createBrowserContext', {});
      try {
        return await look(await openPage(wire, browserContextId, url));
      } finally {
        await wire.send('Target.disposeBrowserContext', { browserContextId });
      }
    },
    close: async () => {
      if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

interface Wire {
  send(method: string, parameters: object, sessionId?: unknown): Promise<Reply>;
  /** What is called with every event of a session from now on. */
  listen(sessionId: unknown, heard: (event: Reply) => void): void;
}

function connect(to: Writable, from: Readable): Wire {
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Map<unknown, (event: Reply) => void>();
  let rest = '';
  let last = 0;

  from.setEncoding('utf8');
  from.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const message of parts.map((part) => JSON.parse(part) as Reply)) {
      if (typeof message['id'] === 'number') waiting.get(message['id'])?.(message);
      else listeners.get(message['sessionId'])?.(message);
    }
  });
  return {
    send: (method, parameters, sessionId) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, (reply) => {
          if (reply['error'] === undefined) resolve((reply['result'] ?? {}) as Reply);
          else reject(new Error(`${method}: ${JSON.stringify(reply['error'])}`));
        });
        to.write(`${JSON.stringify({ id: last, method, params: parameters, ...defined({ sessionId }) })}\0`);
      }),
    listen: (sessionId, heard) => {
      listeners.set(sessionId, heard);
    },
  };
}

async function openPage(wire: Wire, browserContextId: unknown, url: string): Promise<Page> {
  const requests: string[] = [];
  const complaints: string[] = [];
  const { targetId } = await wire.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, parameters: object = {}): Promise<Reply> =>
    wire.send(method, parameters, sessionId);
  const complete = new Promise<void>((loaded) => {
    wire.listen(sessionId, (event) => {
      const parameters = (event['params'] ?? {}) as Record<string, Record<string, unknown>>;
      switch (event['method']) {
        case 'Page.loadEventFired':
          loaded();
          break;
        case 'Network.requestWillBeSent':
          if (parameters['request']?.['url'] !== url) requests.push(String(parameters['request']?.['url']));
          break;
        case 'Log.entryAdded':
          complaints.push(String(parameters['entry']?.['text']));
          break;
        case 'Runtime.exceptionThrown':
          complaints.push(JSON.stringify(parameters['exceptionDetails']));
          break;
      }
    });
  });
  for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await send(`${domain}.enable`);
  await send('Page.navigate', { url });
  await complete;

  const sized = (width: number): Promise<Reply> =>
    send('Emulation.setDeviceMetricsOverride', {
      width,
      height: 900,
      deviceScaleFactor: 1,
      mobile: width < 600,
    });
  const bytesOf = ({ data }: Reply): Uint8Array => new Uint8Array(Buffer.from(String(data), 'base64'));
  return {
    requests,
    complaints,
    evaluate: async (expression) => {
      const reply = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
      if (reply['exceptionDetails'] !== undefined) throw new Error(JSON.stringify(reply['exceptionDetails']));
      return (reply['result'] as Reply)['value'];
    },
    press: async (key) => {
      const code = { Enter: 13, Tab: 9, Escape: 27 }[key] ?? key.toUpperCase().charCodeAt(0);
      const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
      const event = { key, windowsVirtualKeyCode: code, ...defined({ text }) };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: code });
    },
    show: async ({ width, dark = false, print = false }) => {
      await sized(width);
      await send('Emulation.setEmulatedMedia', {
        media: print ? 'print' : 'screen',
        features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }],
      });
    },
    picture: async (width) => {
      await sized(width);
      return bytesOf(await send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true }));
    },
    pdf: async () =>
      bytesOf(await send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true })),
  };
}
