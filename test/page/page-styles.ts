import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { shownBy } from './page-sources';

const src = resolve(import.meta.dirname, '../../static/admin/src');

/** A file of the page: what it draws with, and what comes with it. */
interface PageFile {
  /** Loaded with it at once: other files and sheets. */
  imports: readonly string[];
  /** Loaded by it later, when they are wanted. */
  lazily: readonly string[];
  classes: readonly string[];
}

export function readPageFiles(): Map<string, PageFile> {
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  return new Map(names.map((name) => [join(src, name), readPageFile(join(src, name))]));
}

function readPageFile(path: string): PageFile {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const imports: string[] = [];
  const lazily: string[] = [];
  const classes: string[] = [];
  const keep = (into: string[], named: ts.Node | undefined): void => {
    if (named === undefined || !ts.isStringLiteral(named) || !named.text.startsWith('.')) return;
    into.push(...resolved(dirname(path), named.text));
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) keep(imports, node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      keep(lazily, node.arguments[0]);
    if (ts.isJsxAttribute(node) && node.name.getText() === 'className') {
      const value = node.initializer;
      const words = shownBy(value !== undefined && ts.isJsxExpression(value) ? value.expression : value);
      classes.push(...words.flatMap((text) => text.split(/\s+/)));
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return { imports, lazily, classes };
}

function resolved(from: string, named: string): string[] {
  const path = resolve(from, named);
  if (path.endsWith('.css')) return [path];
  return [`${path}.ts`, `${path}.tsx`].filter((one) => ts.sys.fileExists(one));
}

/** Everything that is loaded at once with a file: files and sheets. */
export function loadedWith(files: ReadonlyMap<string, PageFile>, entry: string): Set<string> {
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    files.get(path)?.imports.forEach(load);
  };
  load(entry);
  return loaded;
}

/**
 * The sheets that each class needs. A rule about one class alone says how it looks anywhere; one about several
 * only says so inside of another, and counts where a class has no other.
 */
export function readSheets(): Map<string, Set<string>> {
  const alone = new Map<string, Set<string>>();
  const among = new Map<string, Set<string>>();
  const keep = (into: Map<string, Set<string>>, name: string, sheet: string): void =>
    void into.set(name, (into.get(name) ?? new Set()).add(sheet));
  for (const name of readdirSync(join(src, 'styles'))) {
    const sheet = join(src, 'styles', name);
    for (const classes of classesOfRules(readFileSync(sheet, 'utf8'))) {
      for (const one of classes) keep(classes.length === 1 ? alone : among, one, sheet);
    }
  }
  return new Map([...among, ...alone]);
}

/** The classes that each selector names, but that of the page itself, inside of which everything stands. */
function classesOfRules(css: string): string[][] {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .split(/[{}]/)
    .flatMap((part) => (part.includes(';') ? [] : part.split(',')))
    .map((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map((match) => match[1]!))
    .map((classes) => classes.filter((one) => one !== 'page'));
}
