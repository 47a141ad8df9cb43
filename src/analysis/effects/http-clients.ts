/** Where the options of an HTTP call stand, and how its deadline is written. */
export interface HttpClient {
  readonly id: string;
  readonly modules: readonly string[] | undefined;
  /** The steps from the module (or global) to the function; `*` stands for one of the client's methods. */
  readonly paths: readonly (readonly string[])[];
  readonly url: number;
  /** Argument that carries the options; for methods with a body it is one further. */
  readonly options: number;
  readonly bodyMethodsShift?: boolean;
  /** Whether the first argument may be the options object with the url inside. */
  readonly urlInOptions?: boolean;
  /** Option keys that set a deadline by themselves, besides `signal`. */
  readonly timeoutKeys: readonly string[];
  /** Option keys under which the beginning of every url stands. */
  readonly baseKeys?: readonly string[];
  /** Function that makes an instance with defaults, and the number of its options argument. */
  readonly instance?: { readonly path: readonly string[]; readonly options: number };
  /** The client's own deadline where it has one of 60 s or less, in milliseconds. */
  readonly defaultTimeoutMs?: number;
}

/** HTTP methods as clients spell them, with the verb each one sends. */
export const METHODS: Readonly<Record<string, string>> = { get: "GET", head: "HEAD", options: "OPTIONS", post: "POST", put: "PUT", patch: "PATCH", postForm: "POST", putForm: "PUT", patchForm: "PATCH", delete: "DELETE", del: "DELETE", request: "", query: "GET" };
export const MUTATING = new Set(["POST", "PUT", "PATCH", "DELETE"]);

const FETCH = { url: 0, options: 1, timeoutKeys: [] } as const;

export const httpClients: readonly HttpClient[] = [
  { id: "fetch", modules: undefined, paths: [["fetch"]], ...FETCH },
  // node-fetch 2 knows `timeout`; later versions ignore it, and the installed version cannot be seen in the code.
  { id: "node-fetch", modules: ["node-fetch", "node-fetch-native", "cross-fetch", "isomorphic-fetch", "node-fetch-commonjs"], paths: [["default"], [], ["fetch"]], url: 0, options: 1, timeoutKeys: ["timeout"] },
  { id: "undici", modules: ["undici"], paths: [["fetch"], ["default", "fetch"]], ...FETCH },
  { id: "undici", modules: ["undici"], paths: [["request"], ["stream"], ["pipeline"], ["default", "request"], ["default", "stream"], ["default", "pipeline"]], url: 0, options: 1, timeoutKeys: ["headersTimeout", "bodyTimeout"] },
  {
    id: "axios",
    modules: ["axios"],
    paths: [["default"], [], ["*"], ["default", "*"]],
    url: 0,
    options: 1,
    bodyMethodsShift: true,
    urlInOptions: true,
    timeoutKeys: ["timeout"],
    baseKeys: ["baseURL"],
    instance: { path: ["create"], options: 0 },
  },
  { id: "got", modules: ["got"], paths: [["default"], ["got"], ["default", "*"], ["got", "*"]], url: 0, options: 1, timeoutKeys: ["timeout"], baseKeys: ["prefixUrl"], instance: { path: ["extend"], options: 0 } },
  { id: "ky", modules: ["ky", "ky-universal"], paths: [["default"], ["default", "*"]], url: 0, options: 1, timeoutKeys: ["timeout"], baseKeys: ["prefixUrl", "prefix"], instance: { path: ["create"], options: 0 }, defaultTimeoutMs: 10_000 },
  { id: "ky", modules: ["ky", "ky-universal"], paths: [], url: 0, options: 1, timeoutKeys: ["timeout"], baseKeys: ["prefixUrl", "prefix"], instance: { path: ["extend"], options: 0 }, defaultTimeoutMs: 10_000 },
  { id: "http", modules: ["http", "https"], paths: [["request"], ["get"], ["default", "request"], ["default", "get"]], url: 0, options: 1, urlInOptions: true, timeoutKeys: ["timeout"] },
];

/** Cheap test on the text of a file: whether it can hold an HTTP call at all. */
export const HTTP_HINT = /\bfetch\b|\baxios\b|\bundici\b|["']got["']|["']ky["']|["'](?:node:)?https?["']/u;

/** Clients of services with a directory of their own, which check what the token may see. */
export const DIRECTORY_CLIENTS = ["@slack/web-api", "@slack/bolt", "@linear/sdk", "@notionhq/client", "octokit", "@octokit/*", "@gitbeaker/*", "jira.js", "jira-client", "asana", "@hubspot/api-client", "node-zendesk", "intercom-client", "jsforce", "discord.js", "googleapis", "@googleapis/*", "@microsoft/microsoft-graph-client"];

/**
 * Services with a directory of their own: an account, team or user id in their address names an entry there,
 * and the service checks what the token may see. It is not the identity of our caller.
 */
const DIRECTORY_HOSTS = /^https:\/\/(?:[\w*-]+\.)*(?:graph\.microsoft\.com|googleapis\.com|slack\.com|atlassian\.net|api\.atlassian\.com|api\.github\.com|gitlab\.com|api\.linear\.app|api\.notion\.com|api\.hubapi\.com|zendesk\.com|api\.trello\.com|app\.asana\.com|discord\.com|api\.twitter\.com|api\.x\.com|api\.linkedin\.com|graph\.facebook\.com|zoom\.us|salesforce\.com|api\.intercom\.io|api\.figma\.com|api\.dropboxapi\.com|api\.airtable\.com|api\.clickup\.com|api\.monday\.com|zoho(?:apis)?\.(?:com|eu|in|com\.au|jp|ca)|leadconnectorhq\.com|api\.pipedrive\.com|api\.cloudflare\.com|api\.vercel\.com|api\.webflow\.com|api\.calendly\.com|api\.miro\.com|sentry\.io)(?:[/:*]|$)/iu;

/** The REST interface of Jira and Confluence, which also run on hosts of a company's own; `*` stands for what is not written down. */
const DIRECTORY_PATHS = /^(?:https:\/\/)?[^/]*\/(?:wiki\/)?rest\/api\/(?:\d|latest|\*)\//u;

/** Whether an address leads to a service that keeps a directory of its own. */
export function isDirectoryHost(url: string): boolean {
  return DIRECTORY_HOSTS.test(url) || DIRECTORY_PATHS.test(url);
}
