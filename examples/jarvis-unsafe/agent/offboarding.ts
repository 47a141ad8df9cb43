import { Annotation, END, interrupt, START, StateGraph } from "@langchain/langgraph";

const State = Annotation.Root({ login: Annotation<string>, lastDay: Annotation<string>, confirmed: Annotation<boolean> });

const offboarding = new StateGraph(State)
  .addNode("confirm", ({ login, lastDay }) => ({ confirmed: interrupt({ question: `Is ${lastDay} the last day of ${login}?` }) === "yes" }))
  .addNode("schedule", async ({ login, lastDay, confirmed }) => {
    if (confirmed) console.log(`closing ${login} after ${lastDay}`);
    return {};
  })
  .addEdge(START, "confirm")
  .addEdge("confirm", "schedule")
  .addEdge("schedule", END)
  .compile();

export async function startOffboarding(login: string, lastDay: string): Promise<void> {
  await offboarding.invoke({ login, lastDay });
}
