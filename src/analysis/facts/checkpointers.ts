import { mayInherit, superClassOf } from "../origin/value.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { enclosingClass, type ClassNode, type Node } from "../syntax/expression.js";

const MODULES = ["@langchain/langgraph", "@langchain/langgraph/*", "@langchain/langgraph-checkpoint", "@langchain/langgraph-checkpoint-*"];
const CLASSES = ["BaseCheckpointSaver", "MemorySaver", "SqliteSaver", "PostgresSaver", "ShallowPostgresSaver", "MongoDBSaver", "RedisSaver", "ShallowRedisSaver"];

const isSaver = perOrigin((origin) => CLASSES.some((name) => isExport(origin, MODULES, [name])));

/** Whether a place is within a checkpointer that the project writes: it stores under the thread ids that it is given, and chooses none. */
export function isInCheckpointer(node: Node): boolean {
  const seen = new Set<ClassNode>();
  for (let at = enclosingClass(node); at?.superClass && !seen.has(at); at = mayInherit(at) ? superClassOf(at) : undefined) {
    seen.add(at);
    const origin = originOf(at.superClass);
    if (origin && isSaver(origin)) return true;
  }
  return false;
}
