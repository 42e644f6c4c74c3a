import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../find-browser.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the browser that all package tests share. */
    browserEndpoint: string;
    /** The file that `npm pack` made of the build. */
    tarball: string;
  }
}

/** Packs the build once and starts one browser for all package tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { root } = project.config;
  if (!existsSync(join(root, 'dist/stancekit.js')))
    throw new Error('The package tests need the build: run `npm run build` first.');
  const folder = mkdtempSync(join(tmpdir(), 'stancekit-tarball-'));
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  // npm prints the name of the tarball last.
  const name = execFileSync('npm', pack, { cwd: root, encoding: 'utf8' }).trim().split('\n').at(-1)!;
  project.provide('tarball', join(folder, name));
  const browser = await chromium.launchServer({ ...findBrowser(), args: ['--no-sandbox'] });
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
