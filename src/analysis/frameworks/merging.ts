import type { ExportPlace } from "./framework.js";

/** Functions whose result has the keys of all objects that they are given. */
export const mergingFunctions: readonly ExportPlace[] = [
  { modules: ["@langchain/core/runnables"], path: ["mergeConfigs"] },
  ...["assign", "assignIn", "extend", "merge", "defaults", "defaultsDeep", "cloneDeep", "clone"].flatMap((name) => [
    { modules: ["lodash", "lodash-es"], path: [name] },
    { modules: [`lodash/${name}`, `lodash-es/${name}`, `lodash/fp/${name}`, `lodash.${name.toLowerCase()}`], path: [] },
  ]),
  { modules: ["deepmerge"], path: [] },
  { modules: ["deepmerge-ts"], path: ["deepmerge"] },
  { modules: ["ts-deepmerge"], path: ["merge"] },
  { modules: ["defu"], path: [] },
  { modules: ["defu"], path: ["defu"] },
  { modules: ["ramda"], path: ["mergeRight"] },
  { modules: ["ramda"], path: ["mergeLeft"] },
  { modules: ["ramda"], path: ["mergeDeepRight"] },
  { modules: ["ramda"], path: ["mergeDeepLeft"] },
  { modules: ["remeda"], path: ["merge"] },
  { modules: ["remeda"], path: ["mergeDeep"] },
  { modules: ["es-toolkit", "es-toolkit/object"], path: ["merge"] },
  { modules: ["es-toolkit", "es-toolkit/object"], path: ["toMerged"] },
];
