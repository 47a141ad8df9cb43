import { httpClients } from "./http-clients.js";
import { sinks } from "./sinks.js";

/** Packages whose effects hang from a client that is made first: `new Stripe(key)`, `createTransport(…)`, `axios.create(…)`. */
const packages = new Set([
  ...sinks.filter(({ path }) => /(?:^|\.)(?:new|\(\))\.|\*\*/u.test(path)).flatMap(({ modules }) => modules),
  ...httpClients.filter(({ instance }) => instance !== undefined).flatMap(({ modules }) => modules ?? []),
]);

/** Cheap test on the text of a file: whether it can make such a client. */
export const CLIENT_HINT = new RegExp(`["'](?:${[...packages].map((name) => name.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&")).join("|")}|@aws-sdk/client-[\\w-]+)["']`, "u");
