import type { Satisfier } from "./satisfier.js";

/** What limits how often one client, user or tenant may ask, by package. */
export const rateLimiters = [
  { kind: "function", name: "rateLimit", modules: ["express-rate-limit"], versions: ">=6", when: "is used on the app, the router or the route, in front of the handler" },
  { kind: "function", name: "rateLimiter", modules: ["hono-rate-limiter"], versions: ">=0.2", when: "is used on the app or the route, in front of the handler, with a key that is not the same for all" },
  { kind: "function", name: "fastifyRateLimit", modules: ["@fastify/rate-limit"], versions: ">=8", when: "is registered, and for `global: false` switched on in the route's `config.rateLimit`" },
  { kind: "method", name: "limit", of: "Ratelimit", modules: ["@upstash/ratelimit"], versions: ">=1", when: "runs before the agent, its answer decides, and its key is not the same for all" },
  { kind: "method", name: "consume", of: "RateLimiterMemory", modules: ["rate-limiter-flexible"], versions: ">=2", when: "(of any limiter of that package) runs before the agent, with a key that is not the same for all" },
] as const satisfies readonly Satisfier[];

/** The same of packages that are not installed here, so that no test holds their names to a declaration. */
export const furtherLimiters: readonly { readonly kind: "function" | "method"; readonly name: string; readonly modules: readonly string[] }[] = [
  { kind: "function", name: "rateLimit", modules: ["elysia-rate-limit"] },
  { kind: "function", name: "cloudflareRateLimiter", modules: ["@hono-rate-limiter/cloudflare"] },
  { kind: "function", name: "default", modules: ["koa-ratelimit", "express-brute"] },
  { kind: "method", name: "limit", modules: ["@unkey/ratelimit", "@convex-dev/rate-limiter"] },
  { kind: "method", name: "protect", modules: ["@arcjet/*"] },
  { kind: "method", name: "checkRateLimit", modules: ["@vercel/firewall"] },
];

/** Limiters that throw when nothing is left; the answer of all others has to decide. */
export const REFUSING_METHODS: ReadonlySet<string> = new Set(["consume"]);
