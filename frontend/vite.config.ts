import { defineConfig } from 'vitest/config';

/** Where the Java application serves page assets from. */
const outDir = process.env['SEKISHO_ASSETS'] ?? '../target/classes/static/assets';

export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    outDir,
    emptyOutDir: true,
    assetsDir: '.',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    modulePreload: false,
    target: ['chrome130', 'firefox132', 'safari18'],
    rolldownOptions: { input: 'src/main.ts' },
  },
  css: {
    preprocessorOptions: {
      scss: {
        quietDeps: true,
        silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
      },
    },
  },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'] },
});
