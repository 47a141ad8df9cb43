import { originOf } from "../origin/origin.js";
import { memberName, unwrapAwaited, type CallNode } from "../syntax/expression.js";
import type { TraceContext } from "./sources.js";

/** Libraries whose calls give a verified session or token. */
const VERIFIED_EXPORTS: readonly (readonly [modules: RegExp, path: RegExp])[] = [
  [/^@clerk\//u, /^(?:auth|currentUser|getAuth|clerkClient)/u],
  [/^next-auth(?:\/|$)/u, /^(?:default\.\(\)\.auth|getServerSession|auth|unstable_getServerSession|getToken)/u],
  [/^@auth\//u, /./u],
  [/^jose$/u, /^jwtVerify/u],
  [/^jsonwebtoken$/u, /^(?:default\.)?verify/u],
  [/^@supabase\//u, /auth\.(?:getUser|getClaims)/u],
  [/^better-auth/u, /getSession/u],
  [/^@auth0\//u, /getSession|getAccessToken/u],
  [/^@workos-inc\//u, /withAuth|getSession/u],
  [/^firebase-admin/u, /verifyIdToken|verifySessionCookie/u],
  [/^iron-session$/u, /^getIronSession/u],
  [/^agents\/mcp(?:\/|$)/u, /^getMcpAuthContext/u],
  [/^agent-guardrails/u, /./u],
];

/** A call that verifies who is calling: a known library's, one of the policy's, or the guard's. */
export function isVerifiedSource(call: CallNode, context: TraceContext): boolean {
  if (context.isVerifiedCall(call)) return true;
  const origin = originOf(call.callee);
  const path = origin?.path.join(".") ?? "";
  return VERIFIED_EXPORTS.some(([modules, exports]) => modules.test(origin?.module ?? "") && exports.test(path)) || isSessionMethod(call);
}

/** Libraries' readers of a token that verify nothing. */
export const DECODERS: readonly (readonly [module: string, path: string])[] = [
  ["jsonwebtoken", "decode"],
  ["jsonwebtoken", "default.decode"],
  ["jose", "decodeJwt"],
  ["jwt-decode", "jwtDecode"],
  ["jwt-decode", "default"],
];

/** `supabase.auth.getUser()`, `auth.api.getSession()`, `auth()` of a local auth file: the client is made elsewhere. */
function isSessionMethod(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  if (callee.type === "Identifier") return VERIFIED_FUNCTIONS.has(callee.name);
  if (callee.type !== "MemberExpression") return false;
  const name = memberName(callee) ?? "";
  return VERIFIED_FUNCTIONS.has(name) || (name === "getUser" && callee.object.type === "MemberExpression" && memberName(callee.object) === "auth");
}

/** Names by which projects call their own session functions; they only ever silence a report. */
const VERIFIED_FUNCTIONS = new Set(["auth", "getServerSession", "getSession", "getCurrentUser", "currentUser", "requireUser", "requireAuth", "requireSession", "getAuth", "verifyToken", "jwtVerify", "verifyJwt", "verifySession", "authenticate", "validateRequest", "validateSession", "getAuthenticatedUser"]);
