import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** What makes a run differ from the same run tomorrow; it comes in through ports (usecases/ports.ts). */
const clockAndChance = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the clock port.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the clock port.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take the random port.',
  },
  { selector: "CallExpression[callee.name='setTimeout']", message: 'Take the clock port.' },
  {
    selector: "CallExpression[callee.name='fetch']",
    message: 'Only atlassian/http.ts sends, through its port.',
  },
];

/** A rule that is switched off says why, after two dashes: `eslint-disable-line some-rule -- reason`. */
const explainDisable = {
  create: (context) => ({
    Program: () => {
      for (const comment of context.sourceCode.getAllComments()) {
        const text = comment.value.trim();
        if (text.startsWith('eslint-disable') && !/\s--\s+\S/.test(text)) {
          context.report({ loc: comment.loc, message: 'Say why the rule is switched off: -- reason' });
        }
      }
    },
  }),
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'static/admin/build/**',
      'local/toolchain/out/**',
      'test/layers/planted/**',
      'out/**',
      'coverage/**',
      '.seatpath/**',
      '.dependency-cruiser.cjs',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    plugins: { seatpath: { rules: { 'explain-disable': explainDisable } } },
    rules: { 'seatpath/explain-disable': 'error' },
  },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.checks.json', './static/admin/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Array access under noUncheckedIndexedAccess: an index that a loop proves needs the assertion.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'smart'],
      'max-params': ['error', 4],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndChance], 'no-console': 'error' },
  },
  {
    files: ['static/admin/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  { files: ['test/**/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.{js,mjs,cjs}'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['local/**/*.mjs', '*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
