import { describe, expect, test } from 'vitest';
import { widgets } from '../../../src/publishing/formats.js';
import { staticView } from '../../../src/publishing/static-view.js';
import { layoutDisagreementSvg } from '../../../src/publishing/svg/disagreement-svg.js';
import { layoutMatrixSvg } from '../../../src/publishing/svg/matrix-svg.js';
import { renderSvg } from '../../../src/publishing/svg/svg-page.js';
import { optionsFor, seeds, xmlElements } from '../rendering.js';

describe.each(widgets)('the layout of the %s', (widget) => {
  describe.each([360, 800])('at %i pixels', (width) => {
    const view = staticView(seeds, optionsFor(widget, { width }));
    const layout = view.widget === 'matrix' ? layoutMatrixSvg(view) : layoutDisagreementSvg(view);
    const elements = xmlElements(renderSvg(layout).markup);

    test('has the size that is rendered', () => {
      const { width, height } = elements[0]!.attributes;
      expect([Number(width), Number(height)]).toEqual([layout.width, layout.height]);
    });

    test('stacks its blocks without gaps or overlaps', () => {
      let bottom = 0;
      for (const { top, height } of layout.blocks) {
        expect(top).toBeCloseTo(bottom, 6);
        bottom = top + height;
      }
      expect(layout.height).toBe(Math.ceil(bottom));
    });

    test('has blocks as high as their text', () => {
      for (const { top, height, render } of layout.blocks) {
        const markup = render(top).map((each) => each.markup);
        const texts = xmlElements(`<svg>${markup.join('')}</svg>`).filter(({ name }) => name === 'text');
        // Those at x = 0 are slanted headings, in coordinates of their own.
        for (const { attributes } of texts.filter(({ attributes }) => attributes['x'] !== '0')) {
          const baseline = Number(attributes['y']);
          expect(baseline).toBeGreaterThan(top);
          expect(baseline).toBeLessThan(top + height);
        }
      }
    });
  });
});
