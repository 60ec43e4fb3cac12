import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages, mayInstall } from './apt.mjs';
import { findProgram } from './programs.mjs';
import { line, PlainProblem } from './say.mjs';

const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A browser for the walks, and a typeface in which Chinese shows as Chinese. */
export async function chromiumForTests() {
  const wanted = [];
  if (findChromium() === null) wanted.push('chromium');
  if (!hasChineseTypeface()) wanted.push('fonts-noto-cjk');
  if (wanted.length > 0 && mayInstall()) await installPackages('测试用的浏览器和中文字体', wanted);
  const found = findChromium();
  if (found === null) {
    throw new PlainProblem(
      '浏览器测试需要 Chromium：请先安装（Debian：apt-get install chromium），或设 CHROMIUM_PATH。',
    );
  }
  if (!hasChineseTypeface())
    line('  没有找到中文字体，截图里的汉字可能显示为方框（Debian：apt-get install fonts-noto-cjk）。');
  return found;
}

function findChromium() {
  const told = process.env.CHROMIUM_PATH;
  if (told) return existsSync(told) ? told : null;
  return findProgram('chromium', 'chromium-browser', 'google-chrome') ?? (existsSync(MAC) ? MAC : null);
}

function hasChineseTypeface() {
  if (process.platform === 'darwin') return true;
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}
