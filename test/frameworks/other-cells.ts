type Cells = Readonly<Record<string, string>>;

const GRAPHS = "Graphs, interrupts and checkpoints are LangGraph's; this framework has none.";
const APPROVES_BEFORE = "The framework asks before it calls the tool, so there is no pause inside of it that could go wrong.";
const NO_AGENT = "A server holds no agent, no prompt and no run: these are on the client's side.";
const CLIENT_APPROVES = "The protocol leaves approval to the client; a server can only annotate its tools.";
const OWN_STORE = "The rule is about the store of LangGraph. Memory of this framework is not read.";
const THREADS = "`thread_id` is LangGraph's. The sessions and threads of this framework are not read yet.";
const NO_THREADS = "`thread_id` is LangGraph's; this framework keeps no threads.";
const MIDDLEWARE = "The rule is about the middleware of `langchain`.";
const ASSISTANTS = "Assistants with versions are LangGraph Platform's.";
const BRANDS = "The rule is about the types of `agent-guardrails`, which are the same beside every framework.";
const PENDING = "The pending call stays on the server, so a client cannot make an approval up.";
const CHAT_MODELS = "The rule knows the chat models of LangChain. Models of this framework are not read yet.";
const SUSPEND = "`suspend()` restarts the tool in the same way; that is not read yet.";
const RETURNS = "`suspend()` does not throw, so no `catch` can swallow it.";
const OWN_PROTOCOL = "The rule is about MCP servers.";

const TRACES = "The rule is about traces to LangSmith. What this framework traces by itself is not read yet.";

const but = (reason: string, ...ids: readonly string[]): Cells => Object.fromEntries(ids.map((id) => [id, reason]));
const OTHERS = ["vercel-ai", "openai-agents", "mastra", "mcp"] as const;

/** The cells of the table that have no tests of their own, each with the reason. */
export const otherCells: Readonly<Record<string, Cells>> = {
  "no-brand-assertion": but(BRANDS, ...OTHERS),
  "no-in-place-assistant-update": but(ASSISTANTS, ...OTHERS),
  "no-inert-approval": but(CLIENT_APPROVES, "mcp"),
  "no-inert-middleware": but(MIDDLEWARE, ...OTHERS),
  "no-live-model-in-tests": { ...but(CHAT_MODELS, "vercel-ai", "openai-agents", "mastra"), ...but(NO_AGENT, "mcp") },
  "no-mixed-trust-tools": but(NO_AGENT, "mcp"),
  "no-shared-mcp-server": but(OWN_PROTOCOL, "langchain", "vercel-ai", "openai-agents", "mastra"),
  "no-side-effect-before-interrupt": { ...but(APPROVES_BEFORE, "vercel-ai", "openai-agents"), ...but(SUSPEND, "mastra"), ...but(CLIENT_APPROVES, "mcp") },
  "no-swallowed-interrupt": { ...but(APPROVES_BEFORE, "vercel-ai", "openai-agents"), ...but(RETURNS, "mastra"), ...but(CLIENT_APPROVES, "mcp") },
  "no-unbounded-agent-loop": but(NO_AGENT, "mcp"),
  "no-untrusted-invoke-config": but(NO_AGENT, "mcp"),
  "no-unverified-identity": but(NO_AGENT, "mcp"),
  "require-approval-for-external": but(CLIENT_APPROVES, "mcp"),
  "require-approval-secret": { ...but(PENDING, "langchain", "openai-agents", "mastra"), ...but(CLIENT_APPROVES, "mcp") },
  "require-store-namespace": { ...but(OWN_STORE, "vercel-ai", "openai-agents", "mastra"), ...but(NO_AGENT, "mcp") },
  "require-thread-namespace": { ...but(NO_THREADS, "vercel-ai"), ...but(THREADS, "mastra"), ...but(NO_AGENT, "mcp") },

  "no-identity-in-prompt": but(NO_AGENT, "mcp"),
  "no-needless-reasoning": { ...but(CHAT_MODELS, "vercel-ai", "openai-agents", "mastra"), ...but(NO_AGENT, "mcp") },
  "no-pii-in-logs": but("A server sees the arguments of a tool, which the model composed, and no conversation.", "mcp"),
  "prefer-small-router-model": { ...but(CHAT_MODELS, "vercel-ai", "openai-agents", "mastra"), ...but(NO_AGENT, "mcp") },
  "prefer-streaming": but(NO_AGENT, "mcp"),
  "require-model-fallback": { ...but(CHAT_MODELS, "vercel-ai", "openai-agents", "mastra"), ...but(NO_AGENT, "mcp") },
  "require-model-region": { ...but(CHAT_MODELS, "vercel-ai", "openai-agents", "mastra"), ...but(NO_AGENT, "mcp") },
  "require-prompt-caching": { ...but(CHAT_MODELS, "vercel-ai", "openai-agents", "mastra"), ...but(NO_AGENT, "mcp") },
  "require-rate-limit": but(NO_AGENT, "mcp"),
  "require-trace-redaction": { ...but(TRACES, "vercel-ai", "openai-agents", "mastra"), ...but(NO_AGENT, "mcp") },
  "require-checkpointer": but(GRAPHS, ...OTHERS),
  "require-injection-screening": but(NO_AGENT, "mcp"),
  "require-message-trimming": { ...but("The rule is about threads that a checkpointer of LangGraph keeps. Memory of this framework is not read.", "vercel-ai", "openai-agents", "mastra"), ...but(NO_AGENT, "mcp") },
  "require-kill-switch": but(NO_AGENT, "mcp"),
  "require-pinned-assistant": but(ASSISTANTS, ...OTHERS),
  "require-tool-allowlist": but(NO_AGENT, "mcp"),
  "require-untrusted-delimiters": but(NO_AGENT, "mcp"),
};
