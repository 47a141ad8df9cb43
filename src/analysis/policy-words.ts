import type { Policy } from "../policy/policy.js";
import { identityVocabulary, type IdentityVocabulary } from "./facts/identity.js";
import { namedCalls } from "./origin/named-call.js";

/** What a policy says, ready to be asked. */
export interface PolicyWords {
  readonly vocabulary: IdentityVocabulary;
  readonly calls: Readonly<Record<"externalCalls" | "readCalls" | "approvalCalls" | "deadlineClients" | "verifiedIdentityCalls" | "untrustedCalls" | "delimiterCalls" | "screeningCalls" | "retryCalls", ReturnType<typeof namedCalls>>>;
}

const known = new WeakMap<Policy, PolicyWords>();

/** All files of a run share a policy, so its lists are read once. */
export function wordsOf(policy: Policy): PolicyWords {
  let words = known.get(policy);
  if (!words) known.set(policy, (words = readPolicy(policy)));
  return words;
}

function readPolicy(policy: Policy): PolicyWords {
  return {
    vocabulary: identityVocabulary(policy.identityKeys, policy.notIdentityKeys),
    calls: {
      externalCalls: namedCalls(policy.externalCalls),
      readCalls: namedCalls(policy.readCalls),
      approvalCalls: namedCalls(policy.approvalCalls),
      deadlineClients: namedCalls(policy.deadlineClients),
      verifiedIdentityCalls: namedCalls(policy.verifiedIdentityCalls),
      untrustedCalls: namedCalls(policy.untrustedCalls),
      delimiterCalls: namedCalls(policy.delimiterCalls),
      screeningCalls: namedCalls(policy.screeningCalls),
      retryCalls: namedCalls(policy.retryCalls),
    },
  };
}
