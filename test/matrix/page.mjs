/** docs/compatibility.md: what was run, and what came of it. */
export function pageOf(outcomes, { version, date }) {
  const reasons = [...new Set(outcomes.flatMap(({ combination }) => Object.values(combination.limits).map(({ because }) => because)))];
  const rows = outcomes.map((outcome) => row(outcome, reasons));
  const [heads, ...lines] = [HEADS, HEADS.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `# Versions

Version ${version} of both packages, on ${date}, on ${process.platform} ${process.arch}: \`npm run matrix -- --write\` wrote this table. For each row
it packed the packages, installed them beside these versions in an empty project, and let ESLint judge, by \`recommended\`, files that are right
and files that are wrong, one of which only types can tell; let the compiler take one program and refuse another; and let Node.js run a guarded
tool for a caller and for nobody.

${heads}
${lines.join("\n")}

${reasons.map((because, index) => `<sup>${String(index + 1)}</sup> ${because}`).join("\n\n")}

${ADVICE}`;
}

const HEADS = ["Node.js", "ESLint", "typescript-eslint", "TypeScript", "zod", "LangChain core, LangGraph", "modules", "rules", "guards compile", "guards run"];
const WORKS = "✓";

function row({ combination, state }, reasons) {
  const { node, eslint, parser, typescript, compiler, zod, schemas, core, langgraph, project, limits } = combination;
  const note = (limit) => `<sup>${String(reasons.indexOf(limit.because) + 1)}</sup>`;
  const without = (part) => (limits.install?.without === part ? `–${note(limits.install)}` : undefined);
  const verdict = (limit) => (limit ? `–${note(limit)}` : WORKS);
  const verdicts =
    state === "not had"
      ? ["could not be had", "", ""]
      : [without("parser") === undefined ? WORKS : `in JavaScript${note(limits.install)}`, without("guards") ?? verdict(limits.compile), without("guards") ?? verdict(limits.run)];
  return [
    String(node),
    eslint,
    without("parser") ?? parser,
    compiler === typescript ? typescript : `${compiler}, rules with ${typescript}`,
    schemas === "zod" ? zod : `${zod}, \`${schemas}\``,
    `${core}, ${langgraph}`,
    project,
    ...verdicts,
  ];
}

const ADVICE = `## TypeScript 7

TypeScript 7 is a command and no library yet, so that typescript-eslint cannot use it. Install both, each for what it can do: ESLint finds 6,
and \`node node_modules/@typescript/native/bin/tsc\` compiles with 7.

\`\`\`json
{
  "devDependencies": {
    "typescript": "6.0.3",
    "@typescript/native": "npm:typescript@7.0.2"
  }
}
\`\`\`

With TypeScript 7 alone the guards compile, and ESLint reads JavaScript; [oxlint](oxlint.md) reads TypeScript without types.

## CommonJS

Both packages are ECMAScript modules, which Node.js lets a CommonJS file \`require\` from 20.19 and 22.12 on. In \`eslint.config.cjs\`:

\`\`\`js
const guardrails = require("eslint-plugin-agent-guardrails").default;
\`\`\`

TypeScript knows that under \`"module": "node20"\`, and under \`"moduleResolution": "bundler"\`.
`;
