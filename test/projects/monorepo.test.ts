import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Workspace } from "../editor/workspace.js";
import { createProject, lint } from "./eslint-cli.js";

const projects: Workspace[] = [];

afterAll(() => {
  for (const project of projects) project.remove();
});

/** A workspace whose packages see each other by links below `node_modules`, as npm, pnpm and yarn lay them. */
function linted(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>>): readonly string[] {
  const project = createProject(files);
  projects.push(project);
  for (const [from, to] of Object.entries(links)) {
    mkdirSync(dirname(join(project.path, from)), { recursive: true });
    symlinkSync(join(project.path, to), join(project.path, from), "dir");
  }
  return lint(project);
}

const tool = (specifier: string, name = "Orders"): string => `import { tool } from "ai";\nimport { ${name} } from "${specifier}";\nexport const orders = tool({ inputSchema: ${name}, execute: async () => "ok" });\n`;
const schema = (field = "userId"): string => `import { z } from "zod";\nexport const Orders = z.object({ ${field}: z.string() });\n`;
const reported = ["apps/desk/tools.ts:3 no-llm-identity-args"];

describe("a workspace with the tool in one package and its schema in another", () => {
  it("is told of a schema behind the exports of a package", () => {
    expect(
      linted(
        {
          "packages/schemas/package.json": '{ "name": "@acme/schemas", "exports": { "./orders": "./src/orders.ts" } }',
          "packages/schemas/src/orders.ts": schema(),
          "apps/desk/tools.ts": tool("@acme/schemas/orders"),
        },
        { "node_modules/@acme/schemas": "packages/schemas" },
      ),
    ).toEqual(reported);
  });

  it("is told of a schema behind conditions and a barrel", () => {
    expect(
      linted(
        {
          "packages/schemas/package.json": '{ "name": "@acme/schemas", "exports": { ".": { "types": "./src/index.ts", "import": "./src/index.ts" } } }',
          "packages/schemas/src/index.ts": 'export * from "./orders.js";\n',
          "packages/schemas/src/orders.ts": schema(),
          "apps/desk/tools.ts": tool("@acme/schemas"),
        },
        { "node_modules/@acme/schemas": "packages/schemas" },
      ),
    ).toEqual(reported);
  });

  it("is told where the link is the app's own, as pnpm makes it", () => {
    expect(
      linted(
        {
          "packages/schemas/package.json": '{ "name": "@acme/schemas", "main": "./src/index.ts" }',
          "packages/schemas/src/index.ts": schema("tenantId"),
          "apps/desk/tools.ts": tool("@acme/schemas"),
        },
        { "apps/desk/node_modules/@acme/schemas": "packages/schemas" },
      ),
    ).toEqual(reported);
  });

  it("is silent about a package that is really installed, whose sources nobody here wrote", () => {
    expect(
      linted(
        {
          "node_modules/@acme/schemas/package.json": '{ "name": "@acme/schemas", "main": "./index.js" }',
          "node_modules/@acme/schemas/index.js": schema(),
          "apps/desk/tools.ts": tool("@acme/schemas"),
        },
        {},
      ),
    ).toEqual([]);
  });

  it("is silent about a subpath that the package does not export", () => {
    expect(
      linted(
        {
          "packages/schemas/package.json": '{ "name": "@acme/schemas", "exports": { "./orders": "./src/orders.ts" } }',
          "packages/schemas/src/orders.ts": schema(),
          "packages/schemas/src/hidden.ts": schema(),
          "apps/desk/tools.ts": tool("@acme/schemas/src/hidden.ts"),
        },
        { "node_modules/@acme/schemas": "packages/schemas" },
      ),
    ).toEqual([]);
  });
});
