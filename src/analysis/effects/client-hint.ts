import { DIRECTORY_CLIENTS, httpClients } from "./http-clients.js";
import { sinks } from "./sinks.js";

/** Packages of which a client is made first: `new Stripe(key)`, `createTransport(…)`, `axios.create(…)`; `*` stands for the rest of a name. */
const packages = new Set([
  ...DIRECTORY_CLIENTS,
  ...sinks.filter(({ path }) => /(?:^|\.)(?:new|\(\))\.|\*\*/u.test(path)).flatMap(({ modules }) => modules),
  ...httpClients.filter(({ instance }) => instance !== undefined).flatMap(({ modules }) => modules ?? []),
]);

/** Cheap test on the text of a file: whether it can make such a client. */
export const CLIENT_HINT = new RegExp(`["'](?:${[...packages].map((name) => name.replace(/[.+?^${}()|[\]\\/]/gu, "\\$&").replaceAll("*", "[\\w-]+")).join("|")}|@aws-sdk/client-[\\w-]+)["']`, "u");
