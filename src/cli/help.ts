import { orders } from '../publishing/formats.js';
import type { CommandName } from './arguments.js';

const exitCodes = (errors: string, failure = 'usage error') => `Exit codes: 0 success, 1 ${errors}, 2 ${failure}.\n`;

/** The output of `stancekit --help`. */
export const overview = `stancekit: who says what, with every quote checked against its article

  stancekit init FOLDER               start a story with its articles
  stancekit check CODING              report all errors in a coding
  stancekit build CODING -o DATASET   check a coding and write the dataset
  stancekit render DATASET …          render a widget for a channel without scripts
  stancekit embed DATASET …           print the snippet to paste into an article
  stancekit theme-check THEME         check the colours of a style sheet

  stancekit help COMMAND              show help for a command
  -v, --version                       print the version

A coding is a YAML file in a folder with its articles, which are text files.
${exitCodes('errors in the coding, dataset or theme')}`;

const codingOptions = `  --follow-links   follow symbolic links out of the folder of the coding
  --no-cache       do not cache quote positions (CODING.cache, from 100 articles on)
  --verbose        list the utterances that several articles quote
  --watch          run again at each change of the coding, its articles and spreadsheets, until Ctrl+C
  --json           print problems, notes and counts as JSON; with --watch, one line per run
`;

const widgetOptions = `  --widget WIDGET     matrix (who says what) or disagreement (where the coverage differs)
  --order ORDER       matrix: ${orders.matrix.join(', ')}; disagreement: ${orders.disagreement.join(', ')}
  --layout LAYOUT     layout of the matrix: auto, table or list
  --sources IDS       filter by source: --sources dw,examiner
  --speakers IDS      filter by speaker (matrix only): --speakers pompeo
  --claims IDS        filter by claim: --claims "home-base sanctuary"
  --topic TOPIC       filter by the topic of the claims: --topic "The evidence"
  --heading TEXT      replace the heading: --heading "Who says what"
  --lang TAG          language of the widget: --lang en (default: that of the dataset)
`;

const scriptOptions = `  --src URL           URL of the dataset: --src /data/story.json (default: the dataset is inlined)
  --script URL        URL of the script: --script https://example.org/stancekit.js; or of its folder,
                      with a slash at the end, for the script of this widget alone
  --integrity HASH    SRI hash of the script: --integrity sha384-…
  --script-file FILE  compute the SRI hash from this file: --script-file dist/stancekit.js; or its folder
  --language-script URL
                      URL of the language script: --language-script /js/de.js
                      (default: languages/de.js next to the script; English is built in)
`;

const help: Readonly<Record<CommandName, string>> = {
  init: `stancekit init FOLDER

Starts a story: writes FOLDER/coding.yaml, in which comments say what goes where, and one text file per article into
FOLDER/articles. On a terminal, asks for everything that the options leave open. Existing files are never overwritten.

  --title TITLE    title of the story: --title "Is the bridge safe?"
  --lang TAG       language of the coding: --lang en
  --outlet NAME    an outlet; can be repeated. Articles after it belong to it: --outlet "The Gazette"
  --article NAME   a text file, saved web page or address; can be repeated. If there is no outlet before it, the page
                   has to name its own: --article gazette.html
  --yes            store the articles without asking
  --json           print problems and written files as JSON

From a web page, the text of the article, its headline, date, address and outlet are extracted and shown before
anything is stored. What the page does not say is left out. No scripts run; only the given addresses are loaded.

Examples:
  stancekit init bridge
  stancekit init bridge --title "Is the bridge safe?" --lang en --yes \\
    --outlet "The Gazette" --article gazette.txt --article https://example.org/story.html

${exitCodes('an article cannot be read', 'usage error, or the files cannot be written')}`,
  check: `stancekit check CODING

Reads a coding and its articles, locates every quote, and reports all errors at once:

  file:line:column  error  what is wrong  hint: what to do

${codingOptions}
${exitCodes('errors in the coding')}`,
  build: `stancekit build CODING -o DATASET

Checks a coding as stancekit check does, then writes the dataset. If there are errors, nothing is written and an
existing file is kept. The output is reproducible: the same coding gives the same bytes on every machine.

  -o, --output     output file, or - for standard output
  --split          for very large datasets: write an overview (story.json) and a folder with one evidence file per
                   claim (story-evidence/), which the page loads when needed
${codingOptions}
Examples:
  stancekit build coding.yaml -o story.json
  stancekit build coding.yaml --split -o parliament.json

${exitCodes('errors in the coding', 'usage error, or the file cannot be written')}`,
  render: `stancekit render DATASET… --widget WIDGET --as FORMAT [-o FILE]

Renders a widget without a browser. The output is reproducible. For a split dataset, name the overview: only the
evidence of the claims shown is read.

  --as html           tables with every quote, without scripts or styles: for fallbacks, RSS, reader mode
  --as email          e-mail message, 600 pixels wide, with inline styles and no external files
  --as svg            picture, with text as text
  --as png            picture at double resolution, with fonts included
  --as csv            one row per statement, for a spreadsheet
  --as json-ld        structured data: Claim, Quotation and CorrectionComment of schema.org
  --as iframe         page for an iframe, which reports its height; needs --script
  --as oembed         oEmbed response for that page; needs --url
  --as dsd            element with declarative shadow DOM, visible before the script runs

${widgetOptions}  --width PIXELS      width: --width 360 (default: 800)
${scriptOptions}  --url URL           URL of the iframe page: --url https://example.org/frame.html
  --page URL          URL of the article: --page https://example.org/story.html

  -o, --output FILE   output file: -o story.svg; - for standard output (default)
  --out-dir DIR       output folder for several datasets, created if needed: --out-dir out
  --json              print problems and written files as JSON

Examples:
  stancekit render story.json --widget matrix --as html -o story.html
  stancekit render story.json --widget disagreement --as png --width 600 -o story.png
  stancekit render a.json b.json --widget matrix --as email --out-dir newsletter
  stancekit render story.json --widget matrix --as iframe --script /js/stancekit.js -o frame.html

${exitCodes('errors in a dataset', 'usage error, or a file cannot be written')}`,
  embed: `stancekit embed DATASET --widget WIDGET --script URL [--src URL] [-o FILE]

Prints the snippet to paste into an article: the script and the element, with fallback tables of every quote for pages
where the script is removed, blocked or not yet loaded. With --src and more than 5,000 statements, the fallback is a
heading and a summary in numbers.

${widgetOptions}${scriptOptions}
  -o, --output FILE   output file: -o snippet.html; - for standard output (default)
  --json              print problems and the written file as JSON

Example:
  stancekit embed story.json --widget matrix --src /data/story.json \\
    --script https://example.org/stancekit.js --script-file dist/stancekit.js

${exitCodes('errors in the dataset', 'usage error, or the file cannot be written')}`,
  'theme-check': `stancekit theme-check THEME

Checks the colours of a style sheet that sets --stance-… properties, in light, dark, print and forced colours: the
contrast of all text and marks, and how different the stances look for every kind of colour vision. Properties that
the theme does not set keep their defaults. The hint of an error is the nearest colour that passes:

  file:line:column  error  what is wrong  hint: what to do

  --json           print problems, notes and all values as JSON

Example:
  stancekit theme-check theme.css

${exitCodes('errors in the theme')}`,
};

/** Returns the output of `stancekit help COMMAND`. */
export function helpFor(command: CommandName): string {
  return help[command];
}
