/**
 * Prints what checking one program costs, as JSON: processor seconds, which hardly depend on what else the machine does, and the
 * compiler's own count of its work. `node check-cost.mjs <path of a TypeScript package> <tsconfig>`
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [compiler, tsconfig] = process.argv.slice(2);
const { main } = JSON.parse(readFileSync(path.join(compiler, "package.json"), "utf8"));
process.stdout.write(JSON.stringify(main ? inProcess() : ofCommand()));

/** TypeScript up to 6 is a library: only the checker's part is counted. */
function inProcess() {
  const ts = createRequire(import.meta.url)(compiler);
  const { options, fileNames } = ts.parseJsonConfigFileContent(ts.readConfigFile(tsconfig, ts.sys.readFile).config, ts.sys, path.dirname(tsconfig));
  const program = ts.createProgram(fileNames, options);
  // Parses and binds.
  program.getTypeChecker();
  const before = process.cpuUsage();
  const errors = fileNames.flatMap((name) => program.getSemanticDiagnostics(program.getSourceFile(name)));
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, instantiations: program.getInstantiationCount(), errors: errors.length };
}

/** TypeScript 7 is a command: the cost of a run with the checker, less that of one without. */
function ofCommand() {
  const run = (...flags) => {
    const before = ofChildren();
    const { stdout } = spawnSync(process.execPath, [path.join(compiler, "bin/tsc"), "-p", tsconfig, "--pretty", "false", "--extendedDiagnostics", ...flags], { encoding: "utf8" });
    return { seconds: ofChildren() - before, stdout };
  };
  // What disturbs a run only ever adds to it.
  const least = (...flags) => Array.from({ length: 3 }, () => run(...flags)).reduce((best, next) => (next.seconds < best.seconds ? next : best));
  const [without, { seconds, stdout }] = [least("--noCheck"), least()];
  const instantiations = Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1]);
  return { seconds: seconds - without.seconds, instantiations, errors: stdout.split("error TS").length - 1 };
}

/** Processor seconds of all processes that this one has waited for. Linux counts them, in hundredths; elsewhere time has to do. */
function ofChildren() {
  if (!existsSync("/proc/self/stat")) return performance.now() / 1000;
  const fields = readFileSync("/proc/self/stat", "utf8").replace(/^.*\) /, "").split(" ");
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
