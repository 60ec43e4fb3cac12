import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler');

/**
 * Compiles all templates and wxs scripts of a mini-program into one JavaScript expression:
 * a table from template path to its generated renderer. This is WeChat's own compiler.
 */
export function compileTemplates(weappDir, files, problems = []) {
  const group = new TmplGroup();
  for (const file of files.filter((f) => f.endsWith('.wxml'))) {
    const path = file.slice(0, -'.wxml'.length);
    const found = group.addTmpl(path, readFileSync(join(weappDir, file), 'utf8'));
    for (const problem of found) {
      problems.push(`${file}: ${problem.message ?? JSON.stringify(problem)} (line ${problem.startLine})`);
    }
  }
  for (const file of files.filter((f) => f.endsWith('.wxs'))) {
    group.addScript(file.slice(0, -'.wxs'.length), readFileSync(join(weappDir, file), 'utf8'));
  }
  const code = group.getTmplGenObjectGroups();
  group.free();
  return code;
}
