import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Workspace } from "../editor/workspace.js";
import { createProject, lint } from "./eslint-cli.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [documented = ""] = /(?<=```js\n)[\s\S]*?(?=```)/u.exec(readFileSync(join(root, "docs", "caching.md"), "utf8")) ?? [];
const projects: Workspace[] = [];

afterAll(() => {
  for (const project of projects) project.remove();
});

const schema = (field: string): string => `import { z } from "zod";\nexport const Orders = z.object({ ${field}: z.string() });\n`;
const TOOL = 'import { tool } from "ai";\nimport { Orders } from "./schema.js";\nexport const orders = tool({ inputSchema: Orders, execute: async () => "ok" });\n';
const REPORTED = ["src/tools.js:3 no-llm-identity-args"];

function project(config?: string): Workspace {
  const made = createProject({ ...(config === undefined ? {} : { "eslint.config.mjs": config }), "src/schema.js": schema("city"), "src/tools.js": TOOL });
  projects.push(made);
  return made;
}

describe("eslint --cache", () => {
  it.each([["metadata"], ["content"]])("keeps what it said of a tool when only the schema in another file changes, by %s", (strategy) => {
    const app = project();
    const cached = (): readonly string[] => lint(app, "--cache", "--cache-strategy", strategy);

    expect(cached()).toEqual([]);
    writeFileSync(join(app.path, "src", "schema.js"), schema("userId"));
    expect(cached()).toEqual([]);
    expect(lint(app)).toEqual(REPORTED);
  });

  it("looks again with the configuration of docs/caching.md", () => {
    const app = project(documented);
    const cached = (): readonly string[] => lint(app, "--cache");

    expect(cached()).toEqual([]);
    writeFileSync(join(app.path, "src", "schema.js"), schema("userId"));
    expect(cached()).toEqual(REPORTED);
    expect(cached()).toEqual(REPORTED);
    writeFileSync(join(app.path, "src", "schema.js"), schema("city"));
    expect(cached()).toEqual([]);
  });

  it("sees a change of the tool itself", () => {
    const app = project();

    expect(lint(app, "--cache")).toEqual([]);
    writeFileSync(join(app.path, "src", "tools.js"), TOOL.replace("Orders, execute", 'Orders, execute: async () => fetch("https://api.example.com"), also'));
    expect(lint(app, "--cache")).toEqual(["src/tools.js:3 require-fetch-timeout"]);
  });
});

describe("eslint --concurrency", () => {
  it("finds what one thread finds", () => {
    const files = Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`src/tools-${String(index)}.js`, TOOL]));
    const app = createProject({ ...files, "src/schema.js": schema("userId") });
    projects.push(app);
    const alone = lint(app);

    expect(alone).toHaveLength(24);
    expect(lint(app, "--concurrency", "2")).toEqual(alone);
  });
});
