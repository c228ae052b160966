import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

const OUT = '../server/src/main/resources/org/isnad/server/web'

/** Files below a folder, sorted by path. */
function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
}

// Says of which sources the output was built, so that a test sees without Node whether it is current.
const stamp = {
  name: 'stamp',
  closeBundle() {
    const sources = [...files('src'), 'index.html', 'package-lock.json', 'package.json', 'vite.config.js'].sort()
    const hash = createHash('sha256')
    for (const source of sources) hash.update(source + '\n').update(readFileSync(source))
    writeFileSync(join(OUT, 'sources.sha256'), hash.digest('hex') + '\n')
  },
}

// The output goes into the server's resources; names carry no hash of their content, since the server sends versions.
export default defineConfig({
  plugins: [svelte(), stamp],
  base: '/assets/',
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        entryFileNames: 'app.js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
})
