import { edgeAuth } from "agent-guardrails";

/** Stands for your check of a session cookie or a JWT: who a credential belongs to. */
const sessions = new Map([
  ["session-of-ada", { orgId: "acme", userId: "ada", role: "staff" }],
  ["session-of-bob", { orgId: "acme", userId: "bob", role: "staff" }],
]);

export const auth = edgeAuth({ verify: (credential) => sessions.get(credential) });
