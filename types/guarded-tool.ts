import type { EdgeAuth } from "./edge-auth.js";
import { registry, type Branded } from "./brand.js";
import type { KillSwitch } from "./kill-switch.js";
import type { Quota } from "./quota.js";
import type { FailureObserver } from "./tool-failure.js";

/** What a tool does to the world: nothing, something inside the tenant's own systems, or something outside (mail, payment, a post). */
export type Effect = "read" | "write" | "external";
/** Whether a tool's results may hold text that somebody else wrote. */
export type Reads = "trusted" | "untrusted";

/** What is known of a tool, by its author's or a reviewer's word. */
export interface ToolFacts<Name extends string = string, Does extends Effect = Effect, Sees extends Reads = Reads> {
  name: Name;
  effect: Does;
  reads: Sees;
}

/** A tool whose facts are known. Brand only: comparing a hundred tools with LangChain's interfaces costs a second of checking. */
export type GuardedTool<Name extends string = string, Does extends Effect = Effect, Sees extends Reads = Reads> = Branded<
  "GuardedTool", ToolFacts<Name, Does, Sees>
>;

/**
 * What stops a tool and what bounds it. All of it for tools that act outside, a switch at least for those that write. An effect that is
 * not known to the compiler counts as the worst that it may be.
 */
export type ToolBounds<Does extends Effect> =
  "external" extends Does ? { killSwitch: KillSwitch; quota: Quota; /** Milliseconds, all attempts included. */ timeoutMs: number }
  : "write" extends Does ? { killSwitch: KillSwitch; quota?: Quota; timeoutMs?: number }
  : { killSwitch?: KillSwitch; quota?: Quota; timeoutMs?: number };

/** @internal */
export interface BoundOptions {
  killSwitch?: KillSwitch | undefined;
  quota?: Quota | undefined;
  timeoutMs?: number | undefined;
  auth?: Pick<EdgeAuth, "require"> | undefined;
  onFailure?: FailureObserver | undefined;
}

const guarded = registry<ToolFacts>("tool");

/** @internal */
export function registerTool(tool: object, facts: ToolFacts): void {
  guarded.set(tool, Object.freeze({ name: facts.name, effect: facts.effect, reads: facts.reads }));
}

/**
 * @internal
 * @throws {TypeError} for a tool that neither `authedTool()` nor `classify()` returned.
 */
export function factsOf(tool: unknown): ToolFacts {
  const facts = typeof tool === "object" && tool !== null ? guarded.get(tool) : undefined;
  if (!facts) throw new TypeError("unclassified tool: make it with authedTool(), or tell what it does with classify()");
  return facts;
}
