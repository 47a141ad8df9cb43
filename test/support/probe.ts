import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import type { TSESLint } from "@typescript-eslint/utils";
import { Linter, type Rule } from "eslint";
import { afterAll } from "vitest";
import { AgentModel, modelOf } from "../../src/analysis/model.js";
import { Project, type FileParser } from "../../src/analysis/project/project.js";
import { SourceFile } from "../../src/analysis/project/source-file.js";
import type { CallNode, Node } from "../../src/analysis/syntax/expression.js";
import { policyOf } from "../../src/policy/policy.js";

export interface ProbeOptions {
  /** Where the snippet is said to stand; imports are followed from there. */
  readonly path?: string;
  readonly settings?: Record<string, unknown>;
  readonly parserOptions?: Record<string, unknown>;
  /** A parser object, or `"espree"` for ESLint's own. */
  readonly parser?: object;
  /** The folder that ESLint runs in; the file's own by default. */
  readonly cwd?: string;
  readonly sourceType?: "module" | "script" | "commonjs";
}

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

const NOWHERE = "/nowhere/src/agent.ts";

/** Asks something of a snippet as ESLint shows it to a rule. */
export function inRule<Answer>(code: string, ask: (context: Context) => Answer, options: ProbeOptions = {}): Answer {
  const answers: Answer[] = [];
  const rule = {
    create: (context: Context) => ({
      "Program:exit"() {
        answers.push(ask(context));
      },
    }),
  };
  const linter = new Linter({ configType: "flat", cwd: options.cwd ?? dirname(options.path ?? NOWHERE) });
  const messages = linter.verify(
    code,
    [
      {
        files: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"],
        plugins: { probe: { rules: { ask: rule as unknown as Rule.RuleModule } } },
        rules: { "probe/ask": "error" },
        settings: options.settings ?? {},
        languageOptions: {
          parser: (options.parser ?? typescriptParser),
          sourceType: options.sourceType ?? "module",
          parserOptions: options.parserOptions ?? {},
        },
      },
    ],
    { filename: options.path ?? NOWHERE },
  );
  if (answers.length !== 1) throw new Error(`the probe did not run: ${messages.map(({ message }) => message).join("; ")}`);
  return answers[0] as Answer;
}

/** Asks something of the model of a snippet, whether or not it holds agents. */
export function probe<Answer>(code: string, ask: (model: AgentModel) => Answer, options: ProbeOptions = {}): Answer {
  return inRule(
    code,
    (context) => {
      const { sourceCode } = context;
      const parser = (context.languageOptions as { parser?: FileParser }).parser;
      const file = new SourceFile({
        path: context.physicalFilename,
        ast: sourceCode.ast,
        text: sourceCode.text,
        scopes: sourceCode.scopeManager!,
        visitorKeys: sourceCode.visitorKeys,
        project: Project.of(parser),
        linted: true,
      });
      return ask(new AgentModel(file, policyOf(context.settings), context.cwd, sourceCode.parserServices));
    },
    options,
  );
}

/** Whether the gate opens for a snippet, so that rules get a model of it. */
export function opensGate(code: string, options: ProbeOptions = {}): boolean {
  return inRule(code, (context) => modelOf(context, policyOf(context.settings)) !== undefined, options);
}

/** The expression in the one call of `here(…)`, the mark by which a snippet says what the question is about. */
export function marked(model: AgentModel, mark = "here"): Node {
  const calls = markedCalls(model, mark);
  const [argument] = calls[0]?.arguments ?? [];
  if (calls.length !== 1 || argument === undefined) throw new Error(`a snippet needs one ${mark}(…), this one has ${calls.length}`);
  return argument;
}

function markedCalls(model: AgentModel, mark: string): CallNode[] {
  return model.file.index.calls.filter((call) => call.callee.type === "Identifier" && call.callee.name === mark);
}

const folders: string[] = [];

/** Writes files into a folder of their own, which goes when the test file ends; gives back the folder. */
export function project(files: Readonly<Record<string, string>>): string {
  if (folders.length === 0) {
    afterAll(() => {
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    });
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "guardrails-")));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) write(folder, name, text);
  return folder;
}

export function write(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
