import type { DatasetJson } from './dataset.js';
import type { Check } from './shape.js';
import { readCodes } from './split-codes.js';

/** Reports statements that do not stand apart, codes that cannot be read, positions of more speakers than there are, and positions without a file of evidence. */
export const checkSplit: Check<DatasetJson> = ({ split, speakers, statements }, _path, report) => {
  if (split && statements?.length) report('statements', 'should be empty: with split they stand apart.');
  if (!split?.positions || !speakers) return;
  for (const [claim, bySource] of Object.entries(split.positions)) {
    const path = `split.positions.${claim}`;
    if (split.evidence && !(claim in split.evidence)) report(path, 'has no evidence in split.evidence.');
    for (const [source, codes] of Object.entries(bySource ?? {})) {
      const read = readCodes(codes ?? '', () => {});
      const here = `${path}.${source}`;
      if (read.rest) report(here, `holds what is no code at “${read.rest.slice(0, 20)}”.`);
      else if (read.speakers > speakers.length)
        report(here, `holds ${read.speakers} speakers, but there are ${speakers.length}.`);
    }
  }
};
