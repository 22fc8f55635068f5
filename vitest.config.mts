import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page takes its time to come up beside other browsers; one second is the default.
    expect: { poll: { timeout: 10_000 } },
    // Two cores: more workers only make the browser tests wait for the compiler.
    maxWorkers: 2,
    reporters: ['default'],
  },
});
