import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';

export const root = join(import.meta.dirname, '..', '..');

/** The tarball that `npm publish` would send, and projects that have it installed. */
export class Tarball {
  readonly file = inject('tarball');
  /** The folder of the projects. */
  private readonly folder = mkdtempSync(join(tmpdir(), 'stancekit-projects-'));
  /** Paths in the package, in alphabetical order. */
  readonly paths: readonly string[];

  constructor() {
    const listed = execFileSync('tar', ['-tzf', this.file], { encoding: 'utf8' });
    this.paths = listed
      .trim()
      .split('\n')
      .map((path) => path.replace(/^package\//, ''))
      .sort();
  }

  /**
   * Makes a project with these files and the package in its `node_modules`, as `npm install` without the optional dependencies leaves it:
   * the tarball unpacked, its command linked, its dependencies next to it. The dependencies are links into our own `node_modules`, because
   * only `installed.test.ts` uses a registry. A dependency that the package uses and does not declare is missing.
   */
  install(name: string, files: Readonly<Record<string, string>>): string {
    const project = join(this.folder, name);
    const modules = join(project, 'node_modules');
    const home = join(modules, 'stancekit');
    mkdirSync(home, { recursive: true });
    execFileSync('tar', ['-xzf', this.file, '-C', home, '--strip-components=1']);
    const { dependencies, bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      bin: Record<string, string>;
    };
    for (const dependency of Object.keys(dependencies)) {
      mkdirSync(dirname(join(modules, dependency)), { recursive: true });
      symlinkSync(join(root, 'node_modules', dependency), join(modules, dependency), 'junction');
    }
    mkdirSync(join(modules, '.bin'));
    for (const [command, target] of Object.entries(bin)) {
      chmodSync(join(home, target), 0o755);
      symlinkSync(join('..', 'stancekit', target), join(modules, '.bin', command));
    }
    const manifest = { private: true, type: 'module', dependencies: { stancekit: `file:${this.file}` } };
    for (const [path, text] of Object.entries({ 'package.json': JSON.stringify(manifest), ...files }))
      writeFileSync(join(project, path), text);
    return project;
  }

  /** Removes the projects. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Runs a program in a project, in a clean environment, and returns its exit code and output. */
export function run(
  project: string,
  program: string,
  ...args: string[]
): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
  });
  return { code: status, stdout, stderr };
}
