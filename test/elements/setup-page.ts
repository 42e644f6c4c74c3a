import { beforeAll } from 'vitest';
import { commands } from 'vitest/browser';

// Another test file may have left the mouse where this one renders something.
beforeAll(() => commands.moveMouseAway());
