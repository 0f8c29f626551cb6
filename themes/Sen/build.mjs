// Bundles the theme into src/Lms.Web/wwwroot/theme/. The build of Lms.Web calls this; `node build.mjs --watch` helps while styling.
import { context, build } from 'esbuild';
import { readdirSync, rmSync, mkdirSync, copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const theme = dirname(fileURLToPath(import.meta.url));
const output = join(theme, '../../src/Lms.Web/wwwroot/theme');

// Every module directly in modules/ is an entry; what lies in its subfolders is bundled into those that import it.
const scripts = readdirSync(join(theme, 'modules')).filter(name => name.endsWith('.js')).map(name => join('modules', name));

const options = {
  absWorkingDir: theme,
  entryPoints: [...scripts, 'styles/sen.css'],
  outdir: output,
  entryNames: '[name]',
  // Style sheets name fonts themselves, so these names carry a hash of their own (see ThemeAssets.cs).
  assetNames: 'fonts/[name]-[hash]',
  loader: { '.woff2': 'file' },
  bundle: true,
  minify: true,
  format: 'esm',
  charset: 'utf8',
  // Cascade layers are the newest thing the styles need; nesting is flattened for these.
  target: ['chrome99', 'firefox97', 'safari15.4'],
  legalComments: 'none',
  logLevel: 'warning',
};

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
for (const image of readdirSync(join(theme, 'images'))) copyFileSync(join(theme, 'images', image), join(output, image));

if (process.argv.includes('--watch')) await (await context(options)).watch();
else await build(options);
