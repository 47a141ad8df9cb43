import { definePreflight } from "eslint-plugin-agent-guardrails/preflight";

/** What no file of Jarvis shows, and who answers for it. */
export default definePreflight({
  rows: {
    observability: {
      by: "ada@acme.example",
      on: "2026-11-02",
      until: "2027-05-02",
      statement: "The platform traces every run, evaluates 5 % of them online, and runs the gold dataset before each release.",
      link: "https://wiki.acme.example/jarvis/observability",
    },
    versioning: {
      by: "grace@acme.example",
      on: "2026-11-02",
      until: "2027-05-02",
      statement: "A release makes a new assistant and moves traffic from 10 % to 100 % while its evals hold.",
      link: "https://wiki.acme.example/jarvis/releases",
    },
    testing: {
      by: "ada@acme.example",
      on: "2026-11-02",
      until: "2027-02-02",
      statement: "The tests of tools and routing live in the repository of the platform.",
      link: "https://git.acme.example/platform/jarvis-tests",
    },
    privacy: {
      by: "grace@acme.example",
      on: "2026-11-02",
      until: "2027-05-02",
      statement: "Traces hide inputs and outputs, and models run in the EU.",
    },
  },
});
