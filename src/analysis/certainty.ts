/**
 * How sure the analysis is of a fact.
 *
 * - `certain`: the code in sight proves it.
 * - `possible`: the code in sight points to it, and something out of sight could still decide otherwise.
 * - `unknown`: the deciding part cannot be seen.
 */
export type Certainty = "certain" | "possible" | "unknown";
