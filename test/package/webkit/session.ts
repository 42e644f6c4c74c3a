import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface WindowOptions {
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
}

/** Returns what `attempt` returns, once that is neither undefined nor an error. */
async function eventually<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
  let failure: unknown;
  for (const start = performance.now(); performance.now() - start < 30_000; await wait(30)) {
    try {
      const result = await attempt();
      if (result !== undefined) return result;
    } catch (error) {
      failure = error;
    }
  }
  throw new Error(`WebKit did not get ready: ${what}`, { cause: failure });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * A WebKitGTK browser with one window, driven by the W3C WebDriver protocol. It has a display of its own, which it fills: a window with
 * borders cannot be as narrow as a phone.
 */
export class WebKitSession {
  private readonly stop = () => {
    for (const each of this.processes) each.kill();
  };

  private constructor(
    private address: string,
    private readonly processes: readonly ChildProcess[],
  ) {
    process.on('exit', this.stop);
  }

  static async start(driver: string, { width, height, dark }: WindowOptions): Promise<WebKitSession> {
    const screen = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-displayfd', '3'];
    const xvfb = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [display] = (await once(xvfb.stdio[3]!, 'data')) as [Buffer];
    const env = {
      ...process.env,
      DISPLAY: `:${display.toString().trim()}`,
      GDK_BACKEND: 'x11',
      GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita',
      NO_AT_BRIDGE: '1',
      // Root cannot use the sandbox.
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    };
    const port = await freePort();
    const processes = [
      spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }),
      spawn('openbox', ['--sm-disable'], { env, stdio: 'ignore' }),
      xvfb,
    ];
    const session = new WebKitSession(`http://127.0.0.1:${port}`, processes);
    await eventually('its driver does not answer', () => session.send('GET', '/status'));
    const options = { args: ['--automation', '--full-screen'] };
    const { sessionId } = await session.send<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    });
    session.address += `/session/${sessionId}`;
    await eventually('its window does not fill the display', async () =>
      (await session.execute<number>('return innerWidth')) === width ? true : undefined,
    );
    return session;
  }

  /** Sends a command, such as `POST /url`, and returns its value. */
  async send<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body: unknown = {}): Promise<T> {
    const response = await fetch(this.address + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebDriver ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  /** Runs the body of a function in the page, or in the frame that is selected. A policy of the page does not apply to it. */
  execute<T>(script: string, ...args: unknown[]): Promise<T> {
    return this.send('POST', '/execute/sync', { script, args });
  }

  async close(): Promise<void> {
    try {
      await this.send('DELETE', '');
    } finally {
      process.off('exit', this.stop);
      this.stop();
    }
  }
}
