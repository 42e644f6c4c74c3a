#!/usr/bin/env node
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { askIn } from './ask.js';
import { run } from './run.js';

// By default V8 lets the heap double before it collects garbage. This keeps a large coding under a gigabyte at the same speed.
setFlagsFromString('--heap-growing-percent=50');

// A reader that closes the pipe early, such as `| head`, is not an error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

// Not process.exit, which would cut off pending writes to a pipe.
process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  // A second Ctrl+C ends the process at once.
  interruption: () => once(process, 'SIGINT'),
  ...(process.stdin.isTTY && { ask: (question) => askIn(process.stdin, process.stderr, question) }),
});
