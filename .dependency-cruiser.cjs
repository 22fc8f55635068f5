/*
 * The direction of the house, as docs/architecture.md tells it: who may import whom.
 * `npm run layers` judges the sources by it; test/layers plants one violation of each rule and
 * expects exactly that rule to fire.
 */

/** The pure rooms and what each may use of our own, beside itself. */
const coreMayUse = {
  contracts: [],
  columns: [],
  access: ['contracts', 'columns'],
  ownership: ['contracts', 'access'],
  billing: ['contracts', 'access'],
  decision: ['contracts', 'access', 'ownership', 'billing'],
  review: ['contracts', 'access', 'ownership', 'billing', 'decision'],
  evidence: ['contracts', 'access', 'ownership', 'billing', 'decision', 'review'],
};
const core = Object.keys(coreMayUse);

/** The rooms that touch the outside, and what each may use of our own, beside itself. */
const edgeMayUse = {
  atlassian: ['contracts'],
  snapshot: ['contracts', 'columns', 'atlassian'],
  storage: ['contracts', 'columns', 'snapshot', 'evidence'],
  usecases: [...core, 'atlassian', 'snapshot'],
  handlers: ['contracts', 'usecases'],
};

/** Single files that a room may use beyond those rooms: docs/decisions/0008. */
const alsoMayUse = {
  storage: ['usecases/ports\\.ts'],
  handlers: ['app\\.ts'],
};

const why = {
  contracts:
    'contracts/ is what the app and the admin page agree on; what it imports, both sides would have to carry.',
  columns: 'columns/ holds typed arrays and knows nothing of what is in them.',
  access:
    'access/ traces paths and nothing more: who owns a path or what it costs is decided by later rooms.',
  ownership: 'ownership/ judges a path by where it comes from, never by what it costs or what will be done.',
  billing: 'billing/ counts seats. A seat bills whoever owns its path, so it does not need ownership/.',
  decision: 'decision/ concludes from paths, owners and seats; what was then recorded is review/’s.',
  review: 'review/ knows states and moves of records; how they are proven and exported is evidence/’s.',
  evidence: 'evidence/ is the end of the core: it renders what the rooms before it concluded.',
  atlassian: 'atlassian/ speaks the APIs as they are; turning answers into our words is snapshot/’s.',
  snapshot: 'snapshot/ reads pages into a snapshot; it concludes nothing and stores through a port.',
  storage: 'storage/ keeps what it is given; a rule in it would have to be migrated with the data.',
  usecases:
    'usecases/ tell one story each over ports; app.ts binds the real Atlassian and the real storage to them.',
  handlers: 'handlers/ are thin: authorise, parse, call a use case, reply.',
};

const pkg = (names) => `(^|/)node_modules/(${names})/`;

const roomRules = Object.entries({ ...coreMayUse, ...edgeMayUse }).map(([room, mayUse]) => ({
  name: `${room}-keeps-its-place`,
  severity: 'error',
  comment: `${why[room]} It may use ${mayUse.length === 0 ? 'itself only' : mayUse.map((one) => `${one}/`).join(', ')}.`,
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: `^src/((${[room, ...mayUse].join('|')})/|(${(alsoMayUse[room] ?? ['-']).join('|')})$)`,
  },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'page-sees-contracts-only',
      severity: 'error',
      comment:
        'The admin page renders rows and sends calls. It never classifies or counts, so of the app it may see contracts/ only.',
      from: { path: '^static/admin/src/' },
      to: { path: '^src/', pathNot: '^src/contracts/' },
    },
    {
      name: 'nobody-imports-local',
      severity: 'error',
      comment: 'local/ is the laptop: it is never bundled, and neither the app nor the page may lean on it.',
      from: { path: '^(src|static)/' },
      to: { path: '^local/' },
    },
    {
      name: 'nobody-imports-the-page',
      severity: 'error',
      comment:
        'The page reaches the app through calls, and the laptop serves it as built files; nobody imports its modules.',
      from: { path: '^(src|local)/' },
      to: { path: '^static/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      comment: 'Tests look at everything; nothing that ships or runs looks at tests.',
      from: { path: '^(src|static|local)/' },
      to: { path: '^test/' },
    },
    {
      name: 'simulated-org-is-blind',
      severity: 'error',
      comment:
        'local/org is written from Atlassian’s public documents. If it imported the app, the simulation would agree with the app’s mistakes.',
      from: { path: '^local/org/' },
      to: { path: '^(src|local)/', pathNot: '^local/org/' },
    },
    {
      name: 'host-knows-no-app',
      severity: 'error',
      comment:
        'local/host plays Forge for whatever app the manifest names. It loads that app by its manifest, and knows neither ours nor the simulated organization.',
      from: { path: '^local/host/' },
      to: { path: '^(src|local)/', pathNot: '^local/(host|storage)/' },
    },
    {
      name: 'truth-asks-no-app',
      severity: 'error',
      comment:
        'local/simulate holds what the app says against what is true of a simulated organization. Only its seatpath/ runs the app; a truth that the app had a part in would prove nothing.',
      from: { path: '^local/simulate/', pathNot: '^local/simulate/(seatpath/|simulate\\.ts$)' },
      to: { path: '^(src|local/host)/', pathNot: '^src/contracts/' },
    },
    {
      name: 'core-needs-no-node',
      severity: 'error',
      comment:
        'The core is pure: the same input gives the same output on Forge, on a laptop and in a test. Files, hashes and clocks come in through ports.',
      from: { path: `^src/(${core.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-needs-few-packages',
      severity: 'error',
      comment:
        'A package in the core is a package in every conclusion. Allowed are zod in contracts/, csv-stringify and canonicalize in evidence/, date-fns anywhere (other rules say who of these may).',
      from: { path: `^src/(${core.join('|')})/` },
      to: { path: pkg('.+'), pathNot: pkg('zod|date-fns|@date-fns/tz|csv-stringify|canonicalize') },
    },
    {
      name: 'zod-at-the-borders',
      severity: 'error',
      comment:
        'What comes in is parsed once, at a border, and trusted inside: zod belongs to contracts/, to the answers of atlassian/, to what storage/ reads back, to handlers/, and to the parts and the state a scan resumes from.',
      from: {
        path: '^src/',
        pathNot: '^src/((contracts|atlassian|storage|handlers)/|snapshot/(parts|scan-state)\\.ts$)',
      },
      to: { path: pkg('zod') },
    },
    {
      name: 'renderings-in-evidence',
      severity: 'error',
      comment:
        'How a record becomes CSV or canonical JSON is decided in one place, so that two exports never differ.',
      from: { path: '^(src|static)/', pathNot: '^src/evidence/' },
      to: { path: pkg('csv-stringify|canonicalize') },
    },
    {
      name: 'only-storage-knows-kvs',
      severity: 'error',
      comment:
        'Keys, value sizes and conditional writes are spelt in storage/ only; all others ask a repository.',
      from: { path: '^(src|static|local)/', pathNot: '^src/storage/' },
      to: { path: pkg('@forge/kvs') },
    },
    {
      name: 'only-handlers-know-forge',
      severity: 'error',
      comment:
        'Forge calls handlers/, app.ts binds its API to ports, and atlassian/forge-transport.ts is its network. A use case that imported Forge could not run in a test or on a laptop. (local/host plays Forge, and makes sure that the real package goes out through its door.)',
      from: {
        path: '^(src|static|local)/',
        pathNot: '^(src/(handlers/|app\\.ts$|atlassian/forge-transport\\.ts$)|local/host/)',
      },
      to: { path: pkg('@forge/(resolver|events|api)') },
    },
    {
      name: 'no-dev-dependencies-in-the-app',
      severity: 'error',
      comment: 'What src/ imports is deployed, so it must stand among the dependencies of package.json.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'no-unlisted-packages',
      severity: 'error',
      comment:
        'The package is in no package.json of ours: it is there by accident, because another package brought it, and may be gone tomorrow. Tests may use what the page’s workspace lists.',
      from: { path: '^(src|static|local)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-deprecated-packages',
      severity: 'error',
      comment: 'Its authors gave the package up; find what replaced it.',
      from: {},
      to: { dependencyTypes: ['deprecated'] },
    },
    {
      name: 'no-unresolved-imports',
      severity: 'error',
      comment: 'The import leads nowhere: a file was moved, or a package is not installed.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two modules that need each other are one module, or want a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unreached-in-the-app',
      severity: 'error',
      comment: 'Neither src/index.ts nor a command nor a test comes to this module: it is dead.',
      from: { path: '^(src/index\\.ts$|local/[^/]+\\.ts$|test/.+\\.test\\.ts$)' },
      to: { path: '^src/', pathNot: '^src/index\\.ts$', reachable: false },
    },
    {
      name: 'nothing-unreached-in-the-page',
      severity: 'error',
      comment: 'static/admin/src/main.ts does not come to this module: nobody will ever see it.',
      from: { path: '^static/admin/src/main\\.tsx?$' },
      // feature-gates.ts is the stand-in that vite.config.mts puts in a package’s place.
      to: {
        path: '^static/admin/src/',
        pathNot: '^static/admin/src/platform/feature-gates\\.ts$',
        reachable: false,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // local/toolchain has packages and a lock file of its own, which need not be installed.
    exclude: { path: '^(static/admin/build|local/toolchain|test/layers/planted)/' },
    // The page is a workspace: what it imports stands in its own package.json or in the root's.
    combinedDependencies: true,
    // Type-only imports are arrows too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
