import type { Plugin } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import { codingShape } from '../src/authoring/coding/coding-shape.js';
import { datasetShape } from '../src/dataset/dataset-shape.js';
import { cssData, htmlData, webTypes } from './editor-data.js';
import { elementsManifest } from './elements-manifest.js';
import { jsonSchemaOf } from './json-schema.js';

const toJson = (content: unknown) => `${JSON.stringify(content, null, 2)}\n`;

/** Publishes the JSON Schemas of the dataset and of the coding, each generated from the definition that its reader uses. */
export const jsonSchemas: Plugin = {
  name: 'json-schemas',
  generateBundle() {
    for (const [fileName, shape, title] of [
      ['dataset.schema.json', datasetShape, 'Stancekit dataset, version 1'],
      ['coding.schema.json', codingShape, 'Stancekit coding'],
    ] as const)
      this.emitFile({ type: 'asset', fileName, source: toJson(jsonSchemaOf(shape, title)) });
  },
};

/** Publishes the custom-elements manifest, and the data that VS Code and JetBrains editors read, generated from it. */
export const editorSupport: Plugin = {
  name: 'editor-support',
  async generateBundle() {
    const manifest = await elementsManifest();
    for (const [fileName, content] of [
      ['custom-elements.json', manifest],
      ['stancekit.html-data.json', htmlData(manifest)],
      ['stancekit.css-data.json', cssData(manifest)],
      ['web-types.json', webTypes(manifest, packageJson)],
    ] as const)
      this.emitFile({ type: 'asset', fileName, source: toJson(content) });
  },
};
