import type { CommandName } from './arguments.js';

const exitCodes = (success: string, errors: string, failure = 'usage error') =>
  `Exit codes: 0 ${success}, 1 ${errors}, 2 ${failure}.\n`;

/** The output of `stancekit --help`. */
export const overview = `stancekit: datasets of who claims what, with every quote verified in its article

  stancekit check CODING              reports all errors of a coding
  stancekit build CODING -o DATASET   checks a coding and writes the dataset
  stancekit render DATASET …          renders a widget for a channel without scripts
  stancekit embed DATASET …           prints the snippet to paste into an article
  stancekit theme-check THEME         checks the colours of your style sheet

  stancekit help COMMAND              shows help for a command
  stancekit --version                 prints the version

A coding is a YAML file next to its articles, which are text files.
${exitCodes('success', 'errors in the coding, dataset or theme')}`;

const codingOptions = `  --follow-links   also read links that point outside the folder of the coding
  --no-cache       do not cache quote positions (CODING.cache, for 100 articles or more)
  --verbose        list the same utterances found in several articles
  --json           print problems, notes and counts as JSON
`;

const widgetOptions = `  --widget WIDGET     matrix (who says what) or disagreement (where the coverage differs)
  --order ORDER       matrix: editor, disputed, similar, name; disagreement: disagreement, editor
  --layout LAYOUT     auto, table or list
  --sources IDS       filter by source: --sources dw,examiner
  --speakers IDS      filter by speaker (matrix only): --speakers pompeo
  --claims IDS        filter by claim: --claims "home-base sanctuary"
  --topic TOPIC       filter by the topic of the claims: --topic "The evidence"
  --heading TEXT      another heading: --heading "Who says what"
  --lang TAG          language of labels and sentences: --lang en (default: that of the dataset)
`;

const scriptOptions = `  --src URL           where the page loads the dataset: --src /data/story.json (default: inline)
  --script URL        where the page loads the widgets: --script https://example.org/stancekit.js
                      (of a folder, --script https://example.org/kit/, the script of this widget alone)
  --integrity HASH    the SRI hash of that script: --integrity sha384-…
  --script-file FILE  a file to compute the SRI hash from: --script-file dist/stancekit.js; or its folder
  --language-script URL  where the page loads the language: --language-script /js/de.js
                      (default: languages/de.js next to the script; English is built in)
`;

const help: Readonly<Record<CommandName, string>> = {
  check: `stancekit check CODING

Reads the coding and its articles, finds each quote, and reports all errors at once:

  file:line:column  error  what is wrong  hint: what to do

${codingOptions}
${exitCodes('no errors', 'errors in the coding')}`,
  build: `stancekit build CODING -o DATASET

Checks like stancekit check, then writes the dataset. If there are errors, nothing is written and an existing
file stays as it is. The same coding gives the same bytes on every machine.

  -o, --output     the file to write; - for standard output
  --split          for very large datasets: write an overview, and a folder with the evidence of each claim,
                   which the page loads on demand (story.json and story-evidence/)
${codingOptions}
Examples:
  stancekit build coding.yaml -o story.json
  stancekit build coding.yaml --split -o parliament.json

${exitCodes('written', 'errors in the coding', 'usage error, or the file cannot be written')}`,
  render: `stancekit render DATASET… --widget WIDGET --as FORMAT [-o FILE]

Renders a widget without a browser, as the browser does. The same dataset gives the same bytes. Of a split dataset,
give the overview; only the evidence of the claims in the drawing is read.

  --as html           tables with every quote, without script or style: fallback, RSS, reader mode
  --as email          an e-mail message of 600 pixels with inline styles and no external files
  --as svg            the drawing, with text as text
  --as png            the drawing at double resolution, with its own fonts
  --as csv            one row per statement, for a spreadsheet
  --as json-ld        schema.org: Claim, Quotation, CorrectionComment
  --as iframe         a page for an iframe that reports its height; needs --script
  --as oembed         the oEmbed response for that page; needs --url
  --as dsd            the element with declarative shadow DOM

${widgetOptions}  --width PIXELS      width of the drawing: --width 360 (default: 800)
${scriptOptions}  --url URL           the URL of the iframe page: --url https://example.org/frame.html
  --page URL          the URL of the article: --page https://example.org/story.html

  -o, --output FILE   the file to write: -o story.svg; - for standard output (default)
  --out-dir DIR       for several datasets: a folder, created if needed: --out-dir out
  --json              print problems and written files as JSON

Examples:
  stancekit render story.json --widget matrix --as html -o story.html
  stancekit render story.json --widget disagreement --as png --width 600 -o story.png
  stancekit render a.json b.json --widget matrix --as email --out-dir newsletter
  stancekit render story.json --widget matrix --as iframe --script /js/stancekit.js -o frame.html

${exitCodes('written', 'errors in a dataset', 'usage error, or a file cannot be written')}`,
  embed: `stancekit embed DATASET --widget WIDGET --script URL [--src URL] [-o FILE]

Prints the snippet to paste into an article: the script, the element, and inside it a fallback with tables of every
quote, for pages where the script is removed, blocked or not yet loaded. With --src and more than 5,000 statements,
the fallback is a heading and a summary in numbers.

${widgetOptions}${scriptOptions}
  -o, --output FILE   the file to write: -o snippet.html; - for standard output (default)
  --json              print problems and the written file as JSON

Example:
  stancekit embed story.json --widget matrix --src /data/story.json \\
    --script https://example.org/stancekit.js --script-file dist/stancekit.js

${exitCodes('success', 'errors in the dataset', 'usage error, or the file cannot be written')}`,
  'theme-check': `stancekit theme-check THEME

Checks the colours of a style sheet that sets --stance-… properties, in light, dark, print and forced colours: the
contrast of every text and mark with its background, and the distance of the stances for every kind of colour vision.
Properties that the theme does not set have their defaults. Each error names the nearest colour that passes:

  file:line:column  error  what is wrong  hint: what to do

  --json           print problems, notes and all figures as JSON

Example:
  stancekit theme-check theme.css

${exitCodes('no errors', 'errors in the theme')}`,
};

/** Returns the output of `stancekit help COMMAND`. */
export function helpFor(command: CommandName): string {
  return help[command];
}
