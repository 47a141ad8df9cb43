import { isFrameworkModule } from "../frameworks/registry.js";
import type { AgentModel } from "../model.js";
import { canonicalModule } from "../origin/origin.js";

/** Whether all that a file takes from frameworks are types: it describes agents' data, and runs nothing of theirs. */
export function takesOnlyTypes({ file }: AgentModel): boolean {
  const taken = file.ast.body.flatMap((statement) => (statement.type === "ImportDeclaration" && isFrameworkModule(canonicalModule(statement.source.value)) ? [statement] : []));
  return taken.length > 0 && taken.every(({ importKind, specifiers }) => importKind === "type" || (specifiers.length > 0 && specifiers.every((specifier) => specifier.type === "ImportSpecifier" && specifier.importKind === "type")));
}
