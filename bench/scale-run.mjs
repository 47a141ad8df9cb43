/** One lint run of the scale bench, in a process of its own: prints the time, the memory and the number of reports. */
import typescriptParser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import security from "eslint-plugin-security";
import guardrails from "../dist/src/index.js";

const [folder, contender] = process.argv.slice(2);
const RULES = {
  "no rules": [],
  security: [security.configs.recommended],
  "agent-guardrails recommended": [guardrails.configs.recommended],
  "agent-guardrails strict": [guardrails.configs.strict],
};

const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [{ files: ["**/*.ts"], languageOptions: { parser: typescriptParser } }, ...RULES[contender]] });
const start = performance.now();
const results = await eslint.lintFiles(["packages/**/*.ts"]);
const milliseconds = performance.now() - start;
const broken = results.find((result) => result.fatalErrorCount > 0);
if (broken) throw new Error(`${broken.filePath}: ${broken.messages[0].message}`);
console.log(JSON.stringify({ files: results.length, milliseconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024), reports: results.reduce((sum, { messages }) => sum + messages.length, 0) }));
