import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EDITOR_TEST_DEADLINE, LanguageClient, rangeOf } from "./language-client.js";
import { createWorkspace, fileOf, type Workspace } from "./workspace.js";

const UNVERIFIED = `import type { RunnableConfig } from "@langchain/core/runnables";
import type { AuthedConfig } from "agent-guardrails";

declare function payslips(of: AuthedConfig): Promise<string>;

export async function handler(config: RunnableConfig): Promise<string> {
  return payslips(config);
}
`;
const VERIFIED = UNVERIFIED.replace("handler(config: RunnableConfig)", "handler(config: AuthedConfig)").replace(/^.*\n/, "");

const TSCONFIG = {
  compilerOptions: { target: "ES2022", module: "NodeNext", strict: true, skipLibCheck: true, noEmit: true, types: [] },
  include: ["*.ts"],
};

const ERROR = 1;

describe("in the TypeScript language server", { timeout: EDITOR_TEST_DEADLINE }, () => {
  let workspace: Workspace;
  let editor: LanguageClient;
  let uri: string;

  beforeEach(async () => {
    workspace = createWorkspace(
      { "package.json": `{ "name": "jarvis", "type": "module" }`, "tsconfig.json": JSON.stringify(TSCONFIG), "payslip.ts": UNVERIFIED },
      ["@langchain/core", "agent-guardrails", "zod"],
    );
    uri = workspace.uri("payslip.ts");
    editor = await LanguageClient.start({
      script: fileOf("typescript-language-server", "lib/cli.mjs"),
      workspace: workspace.path,
      initializationOptions: { disableAutomaticTypingAcquisition: true, tsserver: { path: fileOf("typescript", "lib/tsserver.js") } },
    });
    editor.open(uri, "typescript", UNVERIFIED);
  });

  afterEach(async () => {
    await editor.stop();
    workspace.remove();
  });

  it("refuses a config of unknown origin where a verified one is wanted, until the handler asks for it", async () => {
    const found = await editor.publishedDiagnostics(uri, (all) => all.some(({ severity }) => severity === ERROR));

    expect(found.filter(({ severity }) => severity === ERROR)).toEqual([
      expect.objectContaining({
        source: "typescript",
        message: expect.stringContaining("AuthedConfig"),
        range: rangeOf(UNVERIFIED, "payslips(config)", "config"),
      }),
    ]);

    editor.change(uri, VERIFIED);
    expect(await editor.publishedDiagnostics(uri, (all) => all.every(({ severity }) => severity !== ERROR))).toEqual([]);

    editor.change(uri, UNVERIFIED);
    expect(await editor.publishedDiagnostics(uri, (all) => all.some(({ severity }) => severity === ERROR))).toHaveLength(1);
  });
});
