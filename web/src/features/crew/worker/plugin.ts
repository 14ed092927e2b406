import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

type Files = Record<string, { type: 'chunk'; code: string } | { type: 'asset'; source: string | Uint8Array }>;

const SOURCE = fileURLToPath(new URL('serviceWorker.ts', import.meta.url));
const PAGE = 'crew.html';

/** Writes `crew-worker.js`: the crew page's service worker with the list of the files that this build made for it. */
export function crewWorker(): Plugin {
  return {
    name: 'chorsu-crew-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        if (!bundle[PAGE]) return;
        const files = filesOf(PAGE, bundle);
        const { code } = await transformWithOxc(await readFile(SOURCE, 'utf8'), SOURCE, { lang: 'ts' });
        const hash = createHash('sha256').update(code).update(textOf(bundle[PAGE])).update(files.join());
        const version = hash.digest('hex').slice(0, 12);
        const constants =
          `const CREW_VERSION = ${JSON.stringify(version)};\n` +
          `const CREW_FILES = ${JSON.stringify(files.map((file) => `/${file}`))};\n`;
        this.emitFile({ type: 'asset', fileName: 'crew-worker.js', source: constants + code });
      },
    },
  };
}

/** Everything that a page names, and what that names in turn. Names carry a hash, so a search in the text finds them. */
export function filesOf(page: string, bundle: Files): string[] {
  const found = new Set<string>();
  const open = [page];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const one = bundle[file];
    const text = one && /\.(html|js|mjs|css)$/.test(file) ? textOf(one) : '';
    for (const other of Object.keys(bundle)) {
      if (found.has(other) || other.endsWith('.html') || !wanted(other)) continue;
      if (!text.includes(other.slice(other.lastIndexOf('/') + 1))) continue;
      found.add(other);
      open.push(other);
    }
  }
  return [...found].sort();
}

/** Every browser that can run the page reads WOFF2. */
function wanted(file: string): boolean {
  return !file.endsWith('.woff') && !file.endsWith('.map');
}

function textOf(file: Files[string]): string {
  if (file.type === 'chunk') return file.code;
  return typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
}
