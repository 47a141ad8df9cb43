import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Tests meet the guards by their package name and run their sources, so that no stale build decides.
    alias: [
      { find: /^agent-guardrails$/, replacement: fileURLToPath(new URL("types/index.ts", import.meta.url)) },
      { find: /^agent-guardrails\/(tools|approval|plan|operations|reviewed)$/, replacement: fileURLToPath(new URL("types/$1.ts", import.meta.url)) },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "test/fixtures/**"],
    // Long enough for a machine that runs other things as well; no test is about time.
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
});
