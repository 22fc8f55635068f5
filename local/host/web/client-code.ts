import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const folder = join(import.meta.dirname, 'client');
const plainName = /^[a-z-]+$/;

/** Serves the browser's part of the host, which is TypeScript like the rest, compiled when it is first asked for. */
export interface ClientCode {
  /** An ES module, or nothing when there is no such file. */
  module(name: string): string | undefined;
  /** A classic script that calls `start` at once: it has to be there before any module of the app runs. */
  script(name: string): string;
}

export function createClientCode(): ClientCode {
  const compiled = new Map<string, string>();
  const compile = (name: string, module: ts.ModuleKind): string | undefined => {
    const path = join(folder, `${name}.ts`);
    if (!plainName.test(name) || !existsSync(path)) return undefined;
    const known = compiled.get(`${name}:${module}`);
    if (known !== undefined) return known;
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module };
    const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
      compilerOptions,
      fileName: path,
    });
    compiled.set(`${name}:${module}`, outputText);
    return outputText;
  };
  return {
    module: (name) => compile(name, ts.ModuleKind.ES2022),
    script: (name) => {
      const code = compile(name, ts.ModuleKind.CommonJS);
      if (code === undefined) throw new Error(`There is no client script '${name}'.`);
      return `(function (exports) {\n${code}\nexports.start();\n})({});\n`;
    },
  };
}
