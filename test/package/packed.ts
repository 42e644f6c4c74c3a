import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** What `npm publish` would send, of what is built. */
export class Tarball {
  readonly folder = mkdtempSync(join(tmpdir(), 'stancekit-packed-'));
  readonly file: string;
  /** Paths in the package, in order. */
  readonly paths: readonly string[];

  constructor() {
    const call = ['pack', '--ignore-scripts', '--silent', '--pack-destination', this.folder];
    // npm prints the name of the tarball last.
    const name = execFileSync('npm', call, { cwd: root, encoding: 'utf8' }).trim().split('\n').at(-1)!;
    this.file = join(this.folder, name);
    const listed = execFileSync('tar', ['-tzf', this.file], { encoding: 'utf8' });
    this.paths = listed
      .trim()
      .split('\n')
      .map((path) => path.replace(/^package\//, ''))
      .sort();
  }

  /**
   * An empty project with the package in its `node_modules`, as `npm install` without the optional dependencies leaves it: the tarball
   * unpacked, its command linked, its dependencies beside it. These are links into our own `node_modules`, for the tests ask no
   * registry; a dependency that the package uses and does not declare is not there.
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

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Runs a program in a project, in an environment that knows nothing of the tests, and gives what it prints. */
export function run(
  project: string,
  program: string,
  ...args: string[]
): { code: number | null; out: string; told: string } {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
  });
  return { code: status, out: stdout, told: stderr };
}
