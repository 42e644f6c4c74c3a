import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist', 'coverage', 'mutation-report', 'storybook-static', '.vitest-attachments']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A number in a sentence is what template strings are for; an index that a loop has checked needs no second check.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `return report(…)` ends a reader's branch in one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "TaggedTemplateExpression > MemberExpression.tag[property.name='raw'], ObjectPattern > Property[key.name='raw'], MemberExpression[property.name='raw'][object.name!='String']",
          message: 'Built scripts escape characters outside ASCII, and raw strings would show the escapes.',
        },
      ],
    },
  },
  // Lit binds event handlers to their element.
  { files: ['src/{elements,views}/**'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  {
    files: ['src/{elements,views}/**'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], wc['flat/best-practice']],
  },
  { files: ['src/{elements,views}/**'], plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
);
