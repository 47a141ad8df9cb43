/** What people have installed beside our two packages. Each combination differs from the newest in what it is named after. */

/** Exact versions: a table that says "works" has to say with what. */
const NEWEST = {
  node: 20,
  eslint: "10.15.0",
  parser: "8.73.0",
  typescript: "6.0.3",
  zod: "4.6.7",
  core: "1.4.0",
  langgraph: "1.7.3",
  project: "bundler",
};

/** The newest release of each line of Node.js; the line that runs this script runs as it is. */
export const NODE = { 20: "20.20.2", 22: "22.23.3", 24: "24.21.0" };

const LANGCHAIN_0 = "The guards are made for LangChain 1 and say so: npm refuses to install them beside 0.3. The rules know both.";
const LANGGRAPH_BY_ITSELF = "LangGraph 1 comes with a checkpointer that does not load beside a core below 1.1.47, with or without the guards.";
const ZOD_3_API = "The guards look into schemas of zod 4, which zod 3.25 has as `zod/v4`; a schema of its older API neither compiles nor makes a tool.";
const NO_REQUIRE = "Under `node16` TypeScript lets no CommonJS file import an ECMAScript module, although Node.js does. `module: \"node20\"` does.";
const TYPESCRIPT_7_ALONE = "typescript-eslint has no parser for TypeScript 7 yet: with that alone the rules read JavaScript, and npm refuses the parser.";

/**
 * `limits` says which step cannot work, how that shows, and why; where npm refuses, also what is left out to go on without.
 * A limit that has gone makes the run fail like any other surprise.
 * `corner` is the part that needs nothing beyond what `npm ci` brings.
 */
export const COMBINATIONS = [
  combination("the newest of everything", { corner: true }),
  combination("the newest ESLint 9", { eslint: "9.39.5" }),
  combination("the first ESLint 9 and the first typescript-eslint 8", { eslint: "9.0.0", parser: "8.0.0", typescript: "5.9.3" }),
  combination("the first typescript-eslint made for TypeScript 5.9", { eslint: "9.39.5", parser: "8.39.0", typescript: "5.9.3" }),
  combination("the first typescript-eslint made for ESLint 10", { eslint: "10.0.0", parser: "8.56.0", typescript: "5.9.3" }),
  combination("the first typescript-eslint made for TypeScript 6", { eslint: "10.0.0", parser: "8.58.0" }),
  combination("TypeScript 5.9", { typescript: "5.9.3" }),
  combination("TypeScript 5.9, node16", { typescript: "5.9.3", project: "node16", corner: true }),
  combination("TypeScript 6.0, node16", { project: "node16" }),
  combination("TypeScript 7.0, and 6.0 beside it for the rules", { compiler: "7.0.2", corner: true }),
  combination("TypeScript 7.0, and 6.0 beside it for the rules, node16", { compiler: "7.0.2", project: "node16" }),
  combination("TypeScript 7.0 alone", { typescript: "7.0.2", limits: { install: { without: "parser", shows: /ERESOLVE/, because: TYPESCRIPT_7_ALONE } } }),
  combination("CommonJS, TypeScript 5.9", { typescript: "5.9.3", project: "commonjs, node20" }),
  combination("CommonJS, TypeScript 6.0", { project: "commonjs, node20", corner: true }),
  combination("CommonJS, TypeScript 7.0", { compiler: "7.0.2", project: "commonjs, node20" }),
  combination("CommonJS, resolved as a bundler does", { project: "commonjs, bundler" }),
  combination("CommonJS, node16", { project: "commonjs, node16", limits: { compile: { shows: /TS1479/, because: NO_REQUIRE } } }),
  combination("the first zod 4 that LangGraph takes", { zod: "4.2.0" }),
  combination("zod 3.25, its part `zod/v4`", { zod: "3.25.76", schemas: "zod/v4" }),
  combination("zod 3.25, its older API", { zod: "3.25.76", limits: { compile: { shows: /_zod/, because: ZOD_3_API }, run: { shows: /needs a schema of zod 4/, because: ZOD_3_API } } }),
  combination("the first LangChain 1", { core: "1.0.1", langgraph: "1.0.0", limits: { run: { shows: /ERR_PACKAGE_PATH_NOT_EXPORTED.*@langchain\/core/s, because: LANGGRAPH_BY_ITSELF } } }),
  combination("the first LangGraph 1 and the first core that it loads with", { core: "1.1.47", langgraph: "1.0.0" }),
  combination("LangChain 0.3", { core: "0.3.80", langgraph: "0.4.9", limits: { install: { without: "guards", shows: /ERESOLVE/, because: LANGCHAIN_0 } } }),
  combination("Node.js 22", { node: 22 }),
  combination("Node.js 22, CommonJS", { node: 22, project: "commonjs, node20" }),
  combination("Node.js 22, the first ESLint 9", { node: 22, eslint: "9.0.0", parser: "8.0.0", typescript: "5.9.3" }),
  combination("Node.js 24", { node: 24 }),
  combination("Node.js 24, CommonJS", { node: 24, project: "commonjs, node20" }),
  combination("Node.js 24, TypeScript 7.0, and 6.0 beside it for the rules", { node: 24, compiler: "7.0.2" }),
];

function combination(title, { corner = false, limits = {}, schemas = "zod", ...differing }) {
  const wanted = { ...NEWEST, ...differing };
  return { title, corner, limits, schemas, ...wanted, compiler: wanted.compiler ?? wanted.typescript };
}
