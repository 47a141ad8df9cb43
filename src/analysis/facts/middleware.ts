import type { TSESTree } from "@typescript-eslint/utils";
import { inertForms, type InertForm } from "../frameworks/middleware.js";
import type { AgentModel } from "../model.js";
import { isFilledLater } from "../flow/later-writes.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** A middleware that is set up so that it never acts. */
export interface InertMiddleware {
  readonly call: CallNode;
  readonly form: InertForm;
}

const MODULES = ["langchain", "langchain/middleware", "@langchain/anthropic", "@langchain/aws"];

export function findInertMiddleware(model: AgentModel): readonly InertMiddleware[] {
  return callsFrom(model.file, (origin) => formFor(origin) !== undefined).flatMap((call): InertMiddleware[] => {
    const form = call.type === "CallExpression" ? formOf(call) : undefined;
    return form && isInert(call, form) ? [{ call, form }] : [];
  });
}

/** Whether a call makes a middleware that never acts. */
export function isInertMiddleware(call: CallNode): boolean {
  const form = formOf(call);
  return form !== undefined && isInert(call, form);
}

function formOf(call: CallNode): InertForm | undefined {
  const origin = originOf(call.callee);
  return origin && formFor(origin);
}

const formFor = perOrigin((origin) => inertForms.find((form) => isExport(origin, MODULES, [form.middleware])));

/** Certain only: an option that cannot be seen, or a spread, may be what makes it act. */
function isInert(call: CallNode, form: InertForm): boolean {
  if (call.arguments.some((argument) => argument.type === "SpreadElement")) return false;
  if (call.arguments.length === 0) return form.needsArguments === true;
  // piiMiddleware(type, options); the others take their options first.
  const argument = argumentAt(call, form.middleware === "piiMiddleware" ? 1 : 0);
  const options = argument && definitionOf(argument);
  if (options?.type !== "ObjectExpression" || options.properties.some((property) => property.type === "SpreadElement")) return false;
  if (form.needsOneOf?.every((key) => isAbsent(propertyValue(options, key)))) return true;
  if (form.allOff && Object.entries(form.allOff).every(([key, fallback]) => !isOn(propertyValue(options, key), fallback))) return true;
  const list = form.needsElements === undefined ? undefined : propertyValue(options, form.needsElements);
  const elements = list && definitionOf(list);
  return elements?.type === "ArrayExpression" && elements.elements.length === 0 && list !== undefined && !isFilledLater(list);
}

function isAbsent(node: Node | undefined): boolean {
  if (!node) return true;
  const value = definitionOf(node);
  return (value.type === "Identifier" && value.name === "undefined") || (value.type === "ObjectExpression" && value.properties.length === 0 && !isFilledLater(node));
}

function isOn(node: Node | undefined, fallback: boolean): boolean {
  if (!node) return fallback;
  const value = definitionOf(node);
  return !(value.type === "Literal" && value.value === false);
}

/** The literal limit under a key of an agent's or a run's options. */
export function limitOf(node: Node): number | "infinite" | undefined {
  const value = definitionOf(node);
  if (value.type === "Literal" && typeof value.value === "number") return value.value;
  const inner = unwrapAwaited(value);
  if (inner.type === "Identifier" && inner.name === "Infinity") return "infinite";
  if (inner.type === "MemberExpression") {
    const origin = originOf(inner);
    if (origin !== undefined && origin.module === undefined && origin.path[0] === "Number" && ["POSITIVE_INFINITY", "MAX_SAFE_INTEGER", "MAX_VALUE"].includes(origin.path[1] ?? "")) return "infinite";
  }
  return undefined;
}

export interface Limit { readonly property: TSESTree.Property; readonly limit: number | "infinite" }
