import { join, resolve } from 'node:path';
import ts from 'typescript';

const page = resolve(import.meta.dirname, '../../static/admin');

/** The sources of the page with their types, read as its own compiler reads them. */
export function readPageSources(): ts.Program {
  const settings = ts.readConfigFile(join(page, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options, fileNames } = ts.parseJsonConfigFileContent(settings.config, ts.sys, page);
  return ts.createProgram(fileNames, options);
}

export function filesOfPage(program: ts.Program): readonly ts.SourceFile[] {
  return program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(page, 'src/')));
}

/**
 * Every key that the page can ask a text of. The type of what is handed to `t` lists them, also where a part
 * of the key is only known while the page runs: a key that no call can come to is not among them.
 */
export function usedKeys(program: ts.Program): Set<string> {
  const checker = program.getTypeChecker();
  const used = new Set<string>();
  const look = (node: ts.Node): void => {
    ts.forEachChild(node, look);
    if (!ts.isCallExpression(node)) return;
    if (checker.getTypeAtLocation(node.expression).aliasSymbol?.name !== 'Translate') return;
    const key = checker.getResolvedSignature(node)?.parameters[0];
    if (key === undefined) return;
    const type = checker.getTypeOfSymbolAtLocation(key, node);
    for (const one of type.isUnion() ? type.types : [type]) {
      if (one.isStringLiteral()) used.add(one.value);
    }
  };
  filesOfPage(program).forEach(look);
  return used;
}

/** Attributes that are read, or read out, as they stand. */
const READ = ['alt', 'aria-description', 'aria-label', 'caption', 'hint', 'label', 'placeholder', 'title'];

/** Words that stand in a component itself, and would be shown in every language. */
export function bareWords(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const keep = (text: string): void => {
    // An address is the same in every language.
    if (/\p{L}/u.test(text) && !/^\S+@\S+$/.test(text)) found.push(text.trim());
  };
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) keep(node.text);
    if (ts.isJsxExpression(node) && isRead(node.parent)) shownBy(node.expression).forEach(keep);
    if (ts.isJsxAttribute(node) && isRead(node)) shownBy(node.initializer).forEach(keep);
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

function isRead(place: ts.Node): boolean {
  if (ts.isJsxAttribute(place)) return READ.includes(place.name.getText());
  return ts.isJsxElement(place) || ts.isJsxFragment(place);
}

/** Between texts that both may be shown; what is compared is not. */
const JOINING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
]);

/** The literal texts among what an expression may come to. */
export function shownBy(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  }
  if (ts.isParenthesizedExpression(node)) return shownBy(node.expression);
  if (ts.isConditionalExpression(node)) return [...shownBy(node.whenTrue), ...shownBy(node.whenFalse)];
  if (ts.isBinaryExpression(node) && JOINING.has(node.operatorToken.kind)) {
    return [...shownBy(node.left), ...shownBy(node.right)];
  }
  return [];
}
