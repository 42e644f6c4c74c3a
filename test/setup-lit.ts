// Tests use the development build of Lit for its warnings. That it is one is no news.
const issued = ((globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings ??= new Set());
issued.add('dev-mode');
