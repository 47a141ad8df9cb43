import { convertToModelMessages, isStepCount, streamText, tool, type UIMessage } from "ai";
import { z } from "zod";

const reimburse = tool({
  description: "Pays an expense back to an employee",
  inputSchema: z.object({ receipt: z.string(), euros: z.number() }),
  needsApproval: ({ euros }) => euros > 50,
  execute: async ({ receipt, euros }) => {
    const response = await fetch("https://finance.example.com/reimbursements", {
      method: "POST",
      body: JSON.stringify({ receipt, euros }),
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok ? "Paid." : `ERROR: finance answered ${String(response.status)}.`;
  },
});

export async function POST(request: Request): Promise<Response> {
  const { messages } = (await request.json()) as { messages: UIMessage[] };
  const result = streamText({
    model: "openai/gpt-5-mini",
    instructions: "You help employees with their expenses.",
    messages: await convertToModelMessages(messages),
    tools: { reimburse },
    stopWhen: isStepCount(5),
  });
  return result.toUIMessageStreamResponse();
}
