import type { CommandName } from './options.js';

/** The answer to `stancekit --help`. */
export const overview = `stancekit: a dataset of who claims what, with every quote verified in its article

  stancekit check CODING              names every problem of a coding
  stancekit build CODING -o DATASET   checks, then writes the dataset
  stancekit render DATASET …          draws a widget for a channel that runs no script
  stancekit embed DATASET …           the snippet to paste into an article
  stancekit theme-check THEME         measures the colours of your style sheet

  stancekit help COMMAND              more on a command
  stancekit --version

A coding is a YAML file; the articles lie beside it as text files.
Exit code: 0 done, 1 the coding, dataset or theme is at fault, 2 the call is at fault.
`;

const common = `  --follow-links   also read links that lead out of the coding's folder
  --no-cache       do not keep where quotes were found (CODING.cache, from 100 articles on) for the next run
  --verbose        list the same utterances found across articles
  --json           problems, notes and counts as JSON on the standard output
`;

const drawing = `  --widget WIDGET     matrix (who says what) or disagreement (where the reports part)
  --order ORDER       matrix: editor, disputed, similar, name; disagreement: disagreement, editor
  --layout LAYOUT     auto, table or list
  --sources IDS       only these sources: --sources dw,examiner
  --speakers IDS      only these speakers (matrix): --speakers pompeo
  --claims IDS        only these claims: --claims "home-base sanctuary"
  --topic TOPIC       only the claims of this topic: --topic "The evidence"
  --heading TEXT      another heading: --heading "Who says what"
  --lang TAG          language of the words around the data: --lang en (else the dataset's)
`;

const script = `  --src URL           where the page loads the dataset: --src /data/story.json (else it stands inside)
  --script URL        where the page loads the widgets: --script https://example.org/stancekit.js
  --integrity SUM     what the script must be: --integrity sha384-…
  --script-file FILE  or the file to compute that from: --script-file dist/stancekit.js
  --language-script URL  where the page loads the language: --language-script /js/de.js (else languages/de.js
                      beside the script; English is inside it)
`;

const help: Readonly<Record<CommandName, string>> = {
  check: `stancekit check CODING

Reads the coding and its articles, finds each quote, and names every problem at once:

  file:line:column  what is wrong  how to mend it

${common}
Exit code: 0 no problem, 1 problems, 2 the call is at fault.
`,
  build: `stancekit build CODING -o DATASET

Checks as stancekit check does, then writes the dataset. On any problem nothing is written, and a file that
stands there stays as it was. The same coding gives the same bytes on every machine.

  -o, --output     the file to write; - for the standard output
  --split          for very many statements: an overview, and beside it a folder with the evidence of each claim,
                   which readers load when they ask for it (story.json and story-evidence/)
${common}
Examples:
  stancekit build coding.yaml -o story.json
  stancekit build coding.yaml --split -o parliament.json

Exit code: 0 written, 1 problems, 2 the call is at fault or the file cannot be written.
`,
  render: `stancekit render DATASET… --widget WIDGET --as FORMAT [-o FILE]

Draws a widget without a browser, as the browser draws it. The same dataset gives the same bytes. The overview of a
split dataset is drawn like any other, with the evidence that lies beside it: of the claims drawn, and no more.

  --as html           tables with every quote; no script, no style: fallback, RSS, reader mode
  --as email          a message of 600 pixels, styles in each tag, nothing to load
  --as svg            the drawing, text as text
  --as png            the same at twice the size, with its own fonts
  --as csv            one line a statement, for a spreadsheet
  --as json-ld        schema.org: Claim, Quotation, CorrectionComment
  --as iframe         a page for a frame that tells its height; needs --script
  --as oembed         the oEmbed answer for that page; needs --url
  --as dsd            the element with its drawing in declarative shadow DOM

${drawing}  --width PIXELS      of the drawing: --width 360 (else 800)
${script}  --url URL           of the page for the frame: --url https://example.org/frame.html
  --page URL          of the article: --page https://example.org/story.html

  -o, --output FILE   the file to write: -o story.svg; - (or nothing) for the standard output
  --out-dir DIR       for several datasets: a folder, made if need be: --out-dir out
  --json              problems and files as JSON on the standard output

Examples:
  stancekit render story.json --widget matrix --as html -o story.html
  stancekit render story.json --widget disagreement --as png --width 600 -o story.png
  stancekit render a.json b.json --widget matrix --as email --out-dir newsletter
  stancekit render story.json --widget matrix --as iframe --script /js/stancekit.js -o frame.html

Exit code: 0 written, 1 a dataset is at fault, 2 the call is at fault or a file cannot be written.
`,
  embed: `stancekit embed DATASET --widget WIDGET --script URL [--src URL] [-o FILE]

Prints the snippet to paste into an article: the script, the element, and in it the tables with every quote,
which stay where the script is cut out, blocked or not yet there. With --src and more than 5,000 statements it is
the heading and what there is in numbers that stay.

${drawing}${script}
  -o, --output FILE   the file to write: -o snippet.html; - (or nothing) for the standard output
  --json              problems and the file as JSON on the standard output

Example:
  stancekit embed story.json --widget matrix --src /data/story.json \\
    --script https://example.org/stancekit.js --script-file dist/stancekit.js

Exit code: 0 done, 1 the dataset is at fault, 2 the call is at fault or the file cannot be written.
`,
  'theme-check': `stancekit theme-check THEME

Reads a style sheet that sets --stance-… properties and measures what the widgets draw with it, in light, dark,
print and forced colours: the contrast of every text and mark on its ground, and how far apart the stances are for
every eye. What the theme leaves out is the widgets' default. Each failure is a line with the nearest colour that passes:

  file:line:column  what is wrong  how to mend it

  --json           problems, notes and every figure as JSON on the standard output

Example:
  stancekit theme-check theme.css

Exit code: 0 no problem, 1 problems, 2 the call is at fault.
`,
};

/** The answer to `stancekit help COMMAND`. */
export function helpFor(command: CommandName): string {
  return help[command];
}
