// Fails the build when what a page loads grows beyond its budget (compressed sizes, in kB).
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const folder = process.env.SEKISHO_ASSETS ?? '../target/classes/static/assets';
const budgets = [
  { what: 'styles', pattern: /^main-.*\.css$/, kB: 18 },
  { what: 'script of every page', pattern: /^main-.*\.js$/, kB: 32 },
  { what: 'YAML editor, loaded on demand', pattern: /^yaml-view-.*\.js$/, kB: 115 },
  { what: 'icons', pattern: /^icons-.*\.svg$/, kB: 2 },
  { what: 'fonts', pattern: /\.woff2$/, kB: 95, compressed: true },
];

const files = readdirSync(folder);
let failed = false;
for (const { what, pattern, kB, compressed } of budgets) {
  const sizes = files
    .filter((file) => pattern.test(file))
    .map((file) => readFileSync(`${folder}/${file}`))
    .map((content) => (compressed ? content.length : gzipSync(content).length));
  const total = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  if (sizes.length === 0 || total > kB) {
    console.error(
      `Size budget: ${what} has ${total.toFixed(1)} kB in ${sizes.length} files; the budget is ${kB} kB.`,
    );
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
