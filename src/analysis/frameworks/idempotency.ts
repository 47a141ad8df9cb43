import type { Satisfier } from "./satisfier.js";

const HOLDS = "holds a key by its name, such as `Idempotency-Key`, `X-Request-Id` or `idempotency_key`";

/** Where a request carries the key by which the other side knows a repetition. */
export const keyPlaces = [
  { kind: "option", name: "headers", of: "RequestInit", modules: ["node"], versions: ">=20", when: HOLDS },
  { kind: "option", name: "body", of: "RequestInit", modules: ["node"], versions: ">=20", when: `${HOLDS}, also inside \`JSON.stringify\`` },
  { kind: "option", name: "headers", of: "AxiosRequestConfig", modules: ["axios"], versions: ">=0.21", when: HOLDS },
  { kind: "option", name: "data", of: "AxiosRequestConfig", modules: ["axios"], versions: ">=0.21", when: HOLDS },
  { kind: "option", name: "json", of: "got", modules: ["got"], versions: ">=11", when: HOLDS },
  { kind: "option", name: "json", of: "ky", modules: ["ky"], versions: ">=1", when: HOLDS },
] as const satisfies readonly Satisfier[];

/** What gives another value at each call, and so makes no key of a repetition. */
export const freshValues = {
  globals: [["crypto", "randomUUID"], ["Math", "random"], ["Date", "now"], ["performance", "now"], ["Date"]],
  exports: [
    { modules: ["crypto"], paths: [["randomUUID"], ["randomBytes"], ["randomInt"], ["webcrypto", "randomUUID"]] },
    { modules: ["uuid"], paths: [["v1"], ["v4"], ["v6"], ["v7"]] },
    { modules: ["nanoid"], paths: [["nanoid"]] },
    { modules: ["ulid"], paths: [["ulid"]] },
    { modules: ["@paralleldrive/cuid2"], paths: [["createId"]] },
  ],
} as const;
