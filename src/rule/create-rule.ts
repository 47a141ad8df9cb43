import type { JSONSchema, TSESLint } from "@typescript-eslint/utils";
import { modelOf, type AgentModel } from "../analysis/model.js";
import { pageOf, type Reading, type RuleDocs } from "./rule-docs.js";

type Report<MessageId extends string> = TSESLint.ReportDescriptor<MessageId>;

/** What a rule is given: the facts of the file, how it is to read them, and where to report. */
export interface RuleTask<MessageId extends string> {
  readonly model: AgentModel;
  readonly reading: Reading;
  readonly report: (descriptor: Report<MessageId>) => void;
}

export interface RuleParts<MessageId extends string> {
  readonly name: string;
  readonly docs: RuleDocs;
  /** Whether the rule has the option `policy`: its literal and its quiet reading differ. */
  readonly readings?: boolean;
  readonly messages: Readonly<Record<MessageId, string>>;
  readonly hasSuggestions: boolean;
  /** Judges the facts of one file. */
  check(task: RuleTask<MessageId>): void;
}

interface RuleOptions {
  readonly policy?: Reading;
}

/** A rule as ESLint takes it, with our own metadata. */
export type GuardrailsRule = Omit<TSESLint.RuleModule<string, readonly RuleOptions[], RuleDocs & { readonly url: string; readonly recommended: boolean }>, "defaultOptions"> & { readonly name: string };

const POLICY_SCHEMA: JSONSchema.JSONSchema4 = {
  type: "object",
  properties: {
    policy: {
      type: "string",
      enum: ["certain", "literal"],
      description: "`certain` reports what the code proves; `literal` takes the checklist at its word.",
    },
  },
  additionalProperties: false,
};

/** The same for all rules and files, because most files get it from every rule. */
const NO_LISTENERS = {};

/** Makes a rule out of its judgement: the gate, the model and the options are the same for all. */
export function createRule<MessageId extends string>(parts: RuleParts<MessageId>): GuardrailsRule {
  const { docs, readings = false } = parts;
  return {
    name: parts.name,
    meta: {
      type: "problem",
      docs: { ...docs, url: pageOf(parts.name), recommended: docs.preset === "recommended" },
      hasSuggestions: parts.hasSuggestions,
      messages: parts.messages,
      schema: readings ? [POLICY_SCHEMA] : [],
      defaultOptions: readings ? [{ policy: "certain" }] : [],
      languages: ["js/js"],
    },
    create(context) {
      const model = modelOf(context);
      if (!model || docs.silentIn?.includes(model.setting) === true || (docs.answeredElsewhere === true && model.policy.satisfied[docs.checklist[0]] !== undefined)) return NO_LISTENERS;
      return {
        "Program:exit"() {
          const reading = context.options[0]?.policy ?? "certain";
          parts.check({
            model,
            reading,
            report: (descriptor) => {
              context.report(descriptor);
            },
          });
        },
      };
    },
  };
}
