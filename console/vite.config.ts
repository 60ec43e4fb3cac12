import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const server = loadEnv(mode, '.', 'LINLI_').LINLI_SERVER ?? 'http://127.0.0.1:3000';
  return {
    // The one process serves us under this path, beside the API and the mini-program's H5.
    base: '/console/',
    plugins: [react()],
    build: { target: 'es2022', chunkSizeWarningLimit: 1200 },
    server: { proxy: { '/api': server } },
  };
});
