/// <reference types="vitest/config" />
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { crewWorker } from './src/features/crew/worker/plugin.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const pages = ['index', 'crew', 'figures'].map((name) => `${root}${name}.html`).filter((file) => existsSync(file));
const server = process.env['CHORSU_URL'] ?? 'http://127.0.0.1:8080';
const proxied = Object.fromEntries(['/api', '/map', '/openapi', '/health'].map((path) => [path, { target: server }]));

export default defineConfig({
  plugins: [react(), crewWorker()],
  build: {
    target: 'es2023',
    // The page runs under a strict content security policy: no inline script, no data: script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
    rollupOptions: { input: pages },
  },
  server: { proxy: proxied },
  preview: { proxy: proxied },
  worker: { format: 'es' },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], environment: 'node' },
});
