import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { marked, probe, project, write } from "../support/probe.js";

const BRAND = readFileSync(new URL("../../types/brand.ts", import.meta.url), "utf8");
const INDEX = `import type { Brand } from "./brand.js";
export type TenantId = Brand<string, "TenantId">;
export type ApprovedAction<Args = unknown> = Brand<{ readonly args: Args }, "ApprovedAction", Args>;
export declare function tenant(raw: string): TenantId;
`;

function copyOfGuards(folder: string, name: string, version: string): Record<string, string> {
  return {
    [`${folder}/package.json`]: JSON.stringify({ name, version, type: "module", types: "./index.ts", exports: { ".": "./index.ts" } }),
    [`${folder}/brand.ts`]: BRAND,
    [`${folder}/index.ts`]: INDEX,
  };
}

let folder = "";
beforeAll(() => {
  folder = project({
    ...copyOfGuards("node_modules/agent-guardrails", "agent-guardrails", "0.1.0"),
    ...copyOfGuards("node_modules/deep/node_modules/agent-guardrails", "agent-guardrails", "9.9.9"),
    "node_modules/deep/package.json": `{ "name": "deep", "types": "./index.ts", "exports": { ".": "./index.ts" } }`,
    "node_modules/deep/index.ts": `export * from "agent-guardrails";`,
    ...copyOfGuards("node_modules/look-alike", "look-alike", "1.0.0"),
    ...copyOfGuards("vendor/agent-guardrails", "agent-guardrails", "0.1.0"),
    "tsconfig.json": `{ "compilerOptions": { "module": "nodenext", "moduleResolution": "nodenext", "target": "es2022", "strict": true, "noEmit": true, "skipLibCheck": true, "types": [], "allowImportingTsExtensions": true }, "include": ["agent.ts"] }`,
    "package.json": `{ "type": "module" }`,
    "agent.ts": "",
  });
});

/** The brands of what stands in `here(…)`. The file changes from case to case, so on CI too the parser must not take the first text for good. */
function brandsIn(code: string): readonly string[] | undefined {
  return brandsWith(code, { disallowAutomaticSingleRunInference: true });
}

function brandsWith(code: string, parserOptions: Record<string, unknown>): readonly string[] | undefined {
  const text = `declare function here(value: unknown): void;\n${code}`;
  write(folder, "agent.ts", text);
  return probe(text, (model) => model.brandsOf(marked(model))?.toSorted(), { path: join(folder, "agent.ts"), parserOptions: { project: ["./tsconfig.json"], tsconfigRootDir: folder, ...parserOptions } });
}

const guards = `import { tenant, type TenantId, type ApprovedAction } from "agent-guardrails";`;

describe("with type information", () => {
  it.each<readonly [string, string, ...string[]]>([
    ["a minted value", `${guards} here(tenant("a"));`, "TenantId"],
    ["a const", `${guards} const id = tenant("a"); here(id);`, "TenantId"],
    ["a parameter", `${guards} export const f = (action: ApprovedAction<{ to: string }>) => { here(action); };`, "ApprovedAction"],
    ["a part of an object", `${guards} export const f = (config: { context: { id: TenantId } }) => { here(config.context.id); };`, "TenantId"],
    ["a value that may be missing", `${guards} export const f = (id?: TenantId) => { here(id!); };`, "TenantId"],
    ["a value of two brands", `${guards} export const f = (id: TenantId & ApprovedAction) => { here(id); };`, "ApprovedAction", "TenantId"],
    ["one of two brands", `${guards} export const f = (id: TenantId | ApprovedAction) => { here(id); };`, "ApprovedAction", "TenantId"],
    ["a type parameter", `${guards} export const f = <T extends TenantId>(id: T) => { here(id); };`, "TenantId"],
    ["an awaited value", `${guards} export const f = async (id: Promise<TenantId>) => { here(await id); };`, "TenantId"],
    ["a promise of a value", `${guards} export const f = async (id: Promise<TenantId>) => { here(id); };`],
    ["another copy, of another version", `import { tenant } from "deep"; here(tenant("a"));`, "TenantId"],
    ["a vendored copy", `import { tenant } from "./vendor/agent-guardrails/index.ts"; here(tenant("a"));`, "TenantId"],
    ["a look-alike of another package", `import { tenant } from "look-alike"; here(tenant("a"));`],
    ["a look-alike of the project", `declare const agentGuardrailsBrand: unique symbol; declare const id: string & { [agentGuardrailsBrand]: { TenantId: unknown } }; here(id);`],
    ["a look-alike by name", `type TenantId = string & { agentGuardrailsBrand: { TenantId: 1 } }; declare const id: TenantId; here(id);`],
    ["a plain string", `here("a");`],
    ["text made of a branded one", `${guards} here(\`\${tenant("a")}\`);`],
    ["a copy without its methods", `${guards} export const f = (action: ApprovedAction) => { here({ ...action }); };`],
    ["what JSON made of it", `${guards} here(JSON.parse(JSON.stringify(tenant("a"))));`],
    ["any", `declare const x: any; here(x);`],
    ["never", `declare const x: never; here(x);`],
    ["a type that holds itself", `interface Node { next: Node } declare const x: Node; here(x.next);`],
    ["a union that holds itself", `type T = string | T[]; declare const x: T; here(x);`],
  ])("%s", (_title, code, ...brands) => {
    expect(brandsIn(code)).toEqual(brands);
  });
});

describe("without type information", () => {
  it("every answer is unknown", () => {
    probe(`${guards} here(tenant("a"));`, (model) => {
      expect(model.brandsOf(marked(model))).toBeUndefined();
      expect(model.brandsOf.typed).toBe(false);
      expect(model.brandsOf.isAny(marked(model))).toBe(false);
    });
  });
});

describe("a single run, as on CI", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("goes on where a file is linted again after a fix and the compiler fails on what is left of its types", () => {
    vi.stubEnv("TSESTREE_SINGLE_RUN", "true");
    const code = `${guards} const id = tenant("a"); here(id);`;
    expect(brandsWith(code, {})).toEqual(["TenantId"]);
    expect(brandsWith(`${code} // fixed`, {}) ?? []).toEqual([]);
  });
});
