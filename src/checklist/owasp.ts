/** One risk of the two OWASP lists that concern agents. */
export interface OwaspItem {
  readonly id: string;
  readonly title: string;
  readonly list: "llm" | "agentic";
  /** What no linter sees of it, to be read after the title; absent where the rules see what there is in code. */
  readonly outOfReach?: string;
}

/** The editions that the ids belong to; ids of other editions mean other things. */
export const owaspEditions = { llm: "OWASP Top 10 for LLM Applications 2025", agentic: "OWASP Top 10 for Agentic Applications 2026" } as const;

/** The one table that every rule's ids are checked against. */
export const owaspItems = [
  { id: "LLM01", title: "Prompt Injection", list: "llm", outOfReach: "whether a model follows an instruction in the text that it reads" },
  { id: "LLM02", title: "Sensitive Information Disclosure", list: "llm", outOfReach: "what a model learned in training" },
  { id: "LLM03", title: "Supply Chain", list: "llm", outOfReach: "the packages, models and data sets that are installed: that is the work of dependency scanners" },
  { id: "LLM04", title: "Data and Model Poisoning", list: "llm", outOfReach: "the data that a model is trained or tuned on" },
  { id: "LLM05", title: "Improper Output Handling", list: "llm" },
  { id: "LLM06", title: "Excessive Agency", list: "llm" },
  { id: "LLM07", title: "System Prompt Leakage", list: "llm", outOfReach: "what a model gives away when it is asked for its prompt" },
  { id: "LLM08", title: "Vector and Embedding Weaknesses", list: "llm", outOfReach: "what an index was filled with" },
  { id: "LLM09", title: "Misinformation", list: "llm", outOfReach: "whether an answer is true: that is the work of evals" },
  { id: "LLM10", title: "Unbounded Consumption", list: "llm" },
  { id: "ASI01", title: "Agent Goal Hijack", list: "agentic", outOfReach: "whether a model changes its goal" },
  { id: "ASI02", title: "Tool Misuse and Exploitation", list: "agentic" },
  { id: "ASI03", title: "Identity and Privilege Abuse", list: "agentic" },
  { id: "ASI04", title: "Agentic Supply Chain Vulnerabilities", list: "agentic", outOfReach: "what a tool server does behind its description" },
  { id: "ASI05", title: "Unexpected Code Execution", list: "agentic" },
  { id: "ASI06", title: "Memory and Context Poisoning", list: "agentic", outOfReach: "what was written into a memory before" },
  { id: "ASI07", title: "Insecure Inter-Agent Communication", list: "agentic", outOfReach: "the network between agents" },
  { id: "ASI08", title: "Cascading Failures", list: "agentic" },
  { id: "ASI09", title: "Human-Agent Trust Exploitation", list: "agentic", outOfReach: "whether a person reads what they approve" },
  { id: "ASI10", title: "Rogue Agents", list: "agentic", outOfReach: "an agent that acts against its instructions" },
] as const satisfies readonly OwaspItem[];

export type OwaspId = (typeof owaspItems)[number]["id"];
