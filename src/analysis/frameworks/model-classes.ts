/** How large a chat model is, for questions of cost; a model that is not listed is unknown, never guessed. */
export type ModelClass = "small" | "large" | "reasoning";

/** Names and families of models by class; the policy adds a team's own. */
const modelClasses: Readonly<Record<ModelClass, readonly RegExp[]>> = {
  small: [/^gpt-[\d.o]+-(?:mini|nano)\b/u, /^claude-(?:3-5-|3-)?haiku/u, /^claude-haiku/u, /^gemini-[\d.]+-flash/u, /^gemini-flash/u, /^(?:ministral|mistral-small|open-mistral-nemo)/u, /^command-r7b/u, /^llama-?3[\d.]*-?(?:1b|3b|8b)/u, /^amazon\.nova-(?:micro|lite)/u, /^grok-[\d.]+-mini/u, /^deepseek-chat$/u],
  large: [/^gpt-4(?:-turbo|\.1|\.5|o)?(?:-\d{4}-\d{2}-\d{2})?$/u, /^gpt-5(?:\.\d+)?(?:-\d{4}-\d{2}-\d{2})?$/u, /^chatgpt-4o/u, /^claude-(?:3-5-|3-7-|3-)?(?:opus|sonnet)/u, /^claude-(?:opus|sonnet)/u, /^gemini-[\d.]+-pro/u, /^gemini-pro/u, /^mistral-large/u, /^command-(?:r-plus|a)/u, /^llama-?3[\d.]*-?(?:70b|405b)/u, /^amazon\.nova-(?:pro|premier)/u, /^grok-[\d.]+(?:-\d+)?$/u],
  reasoning: [/^o[134](?:-(?:mini|pro|preview))?\b/u, /^gpt-5-pro/u, /^deepseek-reasoner/u, /^magistral/u, /thinking/u],
};

/** The class of a model by its name; a provider's prefix (`openai:`, `anthropic/`) is no part of it. */
export function classifyModel(name: string, small: readonly string[], large: readonly string[]): ModelClass | undefined {
  const bare = name.replace(/^[\w.-]+[:/]/u, "").toLowerCase();
  if (small.includes(name) || small.includes(bare)) return "small";
  if (large.includes(name) || large.includes(bare)) return "large";
  for (const kind of ["small", "reasoning", "large"] as const) if (modelClasses[kind].some((pattern) => pattern.test(bare))) return kind;
  return undefined;
}
