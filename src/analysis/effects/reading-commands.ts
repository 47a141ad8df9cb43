import { definitionIn, type Frame } from "../facts/reach.js";
import { functionOf } from "../origin/value.js";
import { fileOf, returnedFrom } from "../project/source-file.js";
import { argumentAt, findProperty, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** Programs that only read, whatever they are given. */
const READING_PROGRAMS = new Set(["ls", "cat", "pwd", "whoami", "hostname", "date", "uname", "which", "where", "head", "tail", "wc", "du", "df", "ps", "stat", "file", "uptime", "grep", "egrep", "fgrep", "rg", "realpath", "readlink", "dirname", "basename", "cksum", "sha256sum", "md5sum", "nproc", "id", "groups"]);
/** `git` by its first word, and the words that list what would be changed without them. */
const READING_GIT = new Set(["status", "log", "diff", "show", "rev-parse", "ls-files", "ls-tree", "blame", "describe", "shortlog", "cat-file", "rev-list", "merge-base", "grep", "name-rev", "for-each-ref", "show-ref", "ls-remote", "diff-tree", "diff-index", "check-ignore", "count-objects", "verify-commit", "verify-tag"]);
const LISTING_GIT = new Set(["branch", "tag", "remote"]);
const LISTING_FLAGS = /^(?:-a|-r|-l|-v|-vv|--all|--list|--show-current|--remotes|--verbose)$/u;
const VERSION_FLAGS = /^(?:--version|-v|-V)$/u;

/** Commands that set up, build or check a working copy on this machine, by their program and first words. */
const WORKING: readonly RegExp[] = [
  /^git\s+(?:init|add|commit|fetch)\b/u,
  /^(?:npm|pnpm|yarn|bun)\s+(?:init|install|i|ci|add|test|build|lint|typecheck)\b/u,
  /^(?:npm|pnpm|yarn|bun)\s+run\s+(?:build|test|lint|typecheck|format|check)\b/u,
  /^(?:(?:npx|pnpx|bunx)\s+)?(?:tsc|eslint|prettier|vitest|jest|mocha)\b/u,
  /^node\s+--check\b/u,
  /^mkdir\b/u,
];

/** Whether a command that is written down whole, all its parts, stays within a working copy. */
function isWorkingCommand(command: string): boolean {
  const parts = command.split("&&").map((part) => part.trim());
  return parts.every((part) => !/[;&|<>`$\n]|\*hole\*/u.test(part) && WORKING.some((pattern) => pattern.test(part)));
}

/** Whether a command that is written down whole only reads. */
export function isReadingCommand(command: string): boolean {
  return !/[;&|<>`$\n]|\*hole\*/u.test(command) && readsOnly(command.trim().split(/\s+/u));
}

/** Whether a program with its words only reads; a word that is not written down is `undefined`. */
function readsOnly([program = "", first, ...rest]: Words): boolean {
  if (first !== undefined && VERSION_FLAGS.test(first)) return true;
  if (program !== "git") return READING_PROGRAMS.has(program);
  if (first === undefined) return false;
  // With one name it says where that points to; with two it points it elsewhere.
  if (first === "symbolic-ref") return rest.every((word) => word !== undefined && !/^(?:-d|--delete)$/u.test(word)) && rest.filter((word) => !word?.startsWith("-")).length === 1;
  return READING_GIT.has(first) || (LISTING_GIT.has(first) && rest.every((word) => word !== undefined && LISTING_FLAGS.test(word)));
}

/** Whether a call that starts a program starts one that only reads, or works on this machine as it is written down. */
export function isReadingRun(call: CallNode, frame: Frame): boolean {
  const program = argumentAt(call, 0);
  const second = argumentAt(call, 1);
  const shell = usesShell(call);
  const runs = program && runsOf(definitionIn(program, frame), second && definitionIn(second, frame), shell);
  if (!runs) return false;
  if (shell) return runs.every((words) => words.every((word) => word !== undefined) && isReadingCommand(words.join(" ")));
  // Without a shell the words are data: the program and its first words tell what happens.
  return runs.every((words) => {
    if (words.length === 1) return isReadingCommand(words[0] ?? "") || isWorkingCommand(words[0] ?? "");
    return readsOnly(words) || (words.every((word) => word !== undefined) && isWorkingCommand(words.join(" ")));
  });
}

function usesShell(call: CallNode): boolean {
  const options = call.arguments.at(-1);
  const shell = options?.type === "ObjectExpression" ? findProperty(options, "shell") : undefined;
  return shell !== undefined && !(shell.value.type === "Literal" && shell.value.value === false);
}

/** Whether a program is started that an instance was set up with: which one it is, and so what it does, cannot be told. */
export function isProgramOfInstance(call: CallNode, frame: Frame): boolean {
  const program = argumentAt(call, 0);
  const written = program && unwrapAwaited(program);
  return written?.type === "MemberExpression" && written.object.type === "ThisExpression" && staticString(definitionIn(written, frame).node) === undefined;
}

type Place = ReturnType<typeof definitionIn>;
type Words = readonly (string | undefined)[];

/**
 * Every program with its words that a call may start: `spawn(windows ? "where" : "command", windows ? [name] : ["-v", name])` is two.
 * A shell makes of words that cannot be seen whatever they say; a program alone is as harmless as it is with any.
 */
function runsOf(program: Place, list: Place | undefined, shell: boolean): readonly Words[] | undefined {
  const [first, second] = [choiceOf(program), list && choiceOf(list)];
  if (first && first.test === second?.test) {
    const sides = first.sides.map((side, index) => runsOf(side, second.sides[index], shell));
    return sides.every((side) => side !== undefined) ? sides.flat() : undefined;
  }
  const text = staticString(program.node);
  if (text === undefined) return undefined;
  const lists = list && wordLists(list.node, list.frame, 0);
  if (lists) return lists.map((words) => [text, ...words]);
  return shell && list && list.node.type !== "ObjectExpression" ? undefined : [[text]];
}

function choiceOf({ node, frame }: Place): { readonly test: string; readonly sides: readonly Place[] } | undefined {
  if (node.type !== "ConditionalExpression") return undefined;
  return { test: fileOf(node).text.slice(node.test.range[0], node.test.range[1]), sides: [node.consequent, node.alternate].map((side) => definitionIn(side, frame)) };
}

/** The lists of words that an expression may be: a literal, either branch, or what a function of the project returns. */
function wordLists(node: Node, frame: Frame | undefined, depth: number): readonly Words[] | undefined {
  if (depth > 3) return undefined;
  const inner = (part: Node): ReturnType<typeof wordLists> => {
    const at = definitionIn(part, frame);
    return wordLists(at.node, at.frame, depth + 1);
  };
  const together = (parts: readonly Node[]): ReturnType<typeof wordLists> => {
    const lists = parts.map(inner);
    return parts.length > 0 && lists.every((list) => list !== undefined) ? lists.flat() : undefined;
  };
  switch (node.type) {
    case "ArrayExpression":
      return [node.elements.map((element) => (element && element.type !== "SpreadElement" ? staticString(definitionIn(element, frame).node) : undefined))];
    case "ConditionalExpression":
      return together([node.consequent, node.alternate]);
    case "CallExpression": {
      const fn = functionOf(node.callee);
      return fn && together(returnedFrom(fn));
    }
    default:
      return undefined;
  }
}
