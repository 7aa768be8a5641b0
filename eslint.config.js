/** ESLint: typescript-eslint strict, type-checked; each exception carries its reason. */
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'out/', 'tdkvh-out/', 'coverage/', 'templates/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.js', 'build/*.js', 'build/*.d.ts', 'build/office-folder/*.cjs', '*.ts'],
        },
      },
    },
    rules: {
      // Numbers in messages and addresses are meant to be printed.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // The compiler flag noPropertyAccessFromIndexSignature demands brackets.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Enums are refused by erasableSyntaxOnly and instances are made by functions; these two cost a fifth of the lint.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Law and wording are data; tests and rules read better with switch than maps here.
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          // As arguments the items lie on the stack: a hundred thousand of them end the run. A path of keys is as deep as a schema.
          selector:
            ':matches(CallExpression, NewExpression) > SpreadElement:not([argument.name=/^(path|deeper)$/], [argument.property.name="path"])',
          message:
            'Items spread into a call overflow the stack: use append, largest or smallest of values/of-many.ts.',
        },
        {
          selector: 'CallExpression[callee.property.name="apply"][callee.object.name!="Reflect"]',
          message: 'Items applied to a function overflow the stack.',
        },
      ],
    },
  },
  // The compiler checks the types of tests; rules that need types cost a third of the whole lint there.
  { files: ['**/*.js', '**/*.cjs', 'test/**', 'fixtures/**'], ...tseslint.configs.disableTypeChecked },
  // CommonJS: Node starts it sooner than a module.
  {
    files: ['bin/*.js', '**/*.cjs', 'bench/usage/*.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
