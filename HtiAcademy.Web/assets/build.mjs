// Makes what the browser, the PDF writer and the door need from npm packages: academy.css, icons.svg, the PDF fonts, the page
// that checks certificates without a network, and the list of common passwords.
// Run by eng/Assets.targets when an output is missing or older than its inputs.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { PurgeCSS } from 'purgecss';
import * as sass from 'sass';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(web, 'node_modules');

// Icons used on pages, by their Bootstrap Icons names.
const icons = ['award', 'book', 'check-circle', 'check-lg', 'clock', 'exclamation-triangle', 'file-earmark-pdf', 'house',
  'info-circle', 'list-check', 'people', 'person', 'printer', 'question-circle', 'shield-check', 'x-circle', 'chat-left-text',
  'folder2-open', 'chevron-right', 'circle', 'gear', 'box-arrow-right', 'telephone', 'building', 'bar-chart'];

const fonts = {
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf': 'NotoSans-Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf': 'NotoSans-Bold.ttf',
  '@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf': 'NotoSerif-SemiBold.ttf',
  ...Object.fromEntries(['Arabic', 'Armenian', 'Bengali', 'Ethiopic', 'Georgian', 'Hebrew', 'Tamil', 'Thai'].map(script =>
    [`@expo-google-fonts/noto-sans-${script.toLowerCase()}/400Regular/NotoSans${script}_400Regular.ttf`, `NotoSans${script}-Regular.ttf`])),
};

// Two thirds of jsQR are a table for codes in Kanji; the academy's codes are letters and digits.
const withoutKanji = {
  name: 'without-kanji',
  setup: build => build.onLoad({ filter: /jsQR\.js$/ }, ({ path }) => {
    const whole = readFileSync(path, 'utf8');
    const lean = whole.replace(/(exports\.shiftJISTable = )\{[^}]*\}/, '$1{}');
    if (lean.length === whole.length) throw new Error('jsQR has changed: its table of Kanji was not found.');
    return { contents: lean };
  }),
};

await styles();
sprite();
pdfFonts();
commonPasswords();
await offlinePage();

async function styles() {
  const full = sass.compile(join(web, 'assets', 'academy.scss'), {
    loadPaths: [packages],
    style: 'compressed',
    // Bootstrap 5.3 still uses @import and the older colour functions.
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
    quietDeps: true,
  });
  const [purged] = await new PurgeCSS().purge({
    content: [join(web, '**/*.razor'), join(web, '**/*.cs'), join(web, 'wwwroot/js/*.js'),
      join(web, '../HtiAcademy.Domain/Content/**/*.cs')].map(glob => glob.replaceAll('\\', '/')),
    css: [{ raw: full.css }],
    // What only Markdown makes, and what only the framework's script sets.
    safelist: [/^components-reconnect-/, 'table', 'thead', 'tbody', 'th', 'td', 'blockquote', 'dl', 'dt', 'dd', 'pre', 'code', 'sup', 'hr', 'h4', 'h5', 'h6', 'contains-task-list'],
  });
  write('wwwroot/css/academy.css', purged.css);
}

function sprite() {
  const symbols = icons.map(name => readFileSync(join(packages, 'bootstrap-icons/icons', `${name}.svg`), 'utf8')
    .replace(/<svg[^>]*>/, `<symbol id="${name}" viewBox="0 0 16 16">`)
    .replace('</svg>', '</symbol>')
    .replace(/\s*\n\s*/g, ''));
  write('wwwroot/img/icons.svg', `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);
}

function pdfFonts() {
  mkdirSync(join(web, 'Pdf/Fonts'), { recursive: true });
  for (const [from, to] of Object.entries(fonts)) copyFileSync(join(packages, from), join(web, 'Pdf/Fonts', to));
}

// One to a line, in small letters, the most common first.
function commonPasswords() {
  const passwords = JSON.parse(readFileSync(join(packages, '@zxcvbn-ts/language-common/src/passwords.json'), 'utf8'));
  write('Access/common-passwords.txt', passwords.map(password => `${password.toLowerCase()}\n`).join(''));
}

// One file without any other: its style and script stand in it, and its policy allows just these two.
async function offlinePage() {
  const folder = join(web, 'assets/offline');
  const [script, style] = await Promise.all([bundle(join(folder, 'offline.js')), bundle(join(folder, 'offline.css'))]);
  const policy = `default-src 'none'; script-src ${hashed(script)}; style-src ${hashed(style)}; img-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'`;
  const page = readFileSync(join(folder, 'offline.html'), 'utf8')
    .replace('<!-- policy -->', () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`);
  write('Certificates/offline.html', page);
}

async function bundle(entry) {
  const built = await esbuild.build({ entryPoints: [entry], bundle: true, minify: true, write: false, target: 'es2021', plugins: [withoutKanji], legalComments: 'none', banner: banner(entry) });
  return built.outputFiles[0].text.trim();
}

function banner(entry) {
  return entry.endsWith('.js') ? { js: '/* Contains @noble/curves and @noble/hashes (MIT, Paul Miller) and jsQR (Apache-2.0, Cozmo), the last without its table of Kanji. */' } : {};
}

function hashed(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function write(path, text) {
  mkdirSync(dirname(join(web, path)), { recursive: true });
  writeFileSync(join(web, path), text);
}
