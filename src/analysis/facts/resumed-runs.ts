import { isAllFrom } from "../flow/sources.js";
import { resumedRuns } from "../frameworks/resumed-runs.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { argumentAt, keyName, type CallNode, type Node } from "../syntax/expression.js";
import type { Frame } from "./reach.js";

/** What a client writes of a run that goes on, beside its answer. */
export interface SteeredRun {
  readonly call: CallNode;
  /** The part that comes from the client. */
  readonly node: Node;
  /** The state that the run is read from, or what of its command. */
  readonly what: "state" | "command" | "goto" | "update";
}

const { states, command } = resumedRuns;
const stateReader = perOrigin((origin) => states.find(({ modules, path }) => isExport(origin, modules, path)));
const isCommand = perOrigin((origin) => isExport(origin, command.modules, command.path));

/** The runs that a client can steer round what was to be asked. */
export function findSteeredRuns(model: AgentModel): readonly SteeredRun[] {
  if (model.handlers.length === 0) return [];
  return callsFrom(model.file, (origin) => stateReader(origin) !== undefined || isCommand(origin)).flatMap((call) => {
    const found = partsOf(call).filter(({ node, what }) => [undefined, ...model.framesOf(call)].some((frame) => isWrittenByClient(node, what, frame, model)));
    return found.map(({ node, what }): SteeredRun => ({ call, node, what }));
  });
}

function partsOf(call: CallNode): readonly Pick<SteeredRun, "node" | "what">[] {
  const origin = originOf(call.callee);
  const reader = origin && stateReader(origin);
  const given = argumentAt(call, reader ? reader.text : 0);
  if (!given || reader) return given ? [{ node: given, what: "state" }] : [];
  const options = definitionOf(given);
  if (call.type !== "NewExpression") return [];
  if (options.type !== "ObjectExpression") return [{ node: given, what: "command" }];
  return options.properties.flatMap((property): Pick<SteeredRun, "node" | "what">[] => {
    if (property.type === "SpreadElement") return [{ node: property.argument, what: "command" }];
    const key = keyName(property);
    if (key === command.next) return [{ node: property.value, what: key }];
    return key === command.state ? wholesIn(property.value).map((node) => ({ node, what: key })) : [];
  });
}

/** What is taken over with whatever keys it has: a value itself, or what is spread into an object whose other keys are picked. */
function wholesIn(value: Node): readonly Node[] {
  const object = definitionOf(value);
  if (object.type !== "ObjectExpression") return [value];
  return object.properties.flatMap((property) => (property.type === "SpreadElement" ? [property.argument] : []));
}

/** A node's name that a condition has compared, and an object whose keys a schema names, are chosen by the application. */
function isWrittenByClient(node: Node, what: SteeredRun["what"], frame: Frame | undefined, model: AgentModel): boolean {
  if (what === "goto") return isAllFrom(model.textSourcesOf(node, frame), "client");
  return model.isSentByClient(node, frame) && model.isUnlimited(node);
}
