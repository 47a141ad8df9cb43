import { openCompany } from "./company.js";
import { handle, type Event } from "./edge.js";

/** A conversation with Jarvis, over its HTTP edge. */
const company = await openCompany();
process.env.INTRANET_URL = company.url;

print("Ada", "Who am I, and what was I paid in March?");
await say("ada", "Who am I, and what was I paid in March?");

print("Ada", "And Bob, bob@acme.example?");
await say("ada", "And Bob, bob@acme.example?");

print("Ada", "Show me amounts in Swiss francs from now on.");
await say("ada", "Show me amounts in Swiss francs from now on.");

print("Ada", "My laptop does not start. Open a ticket, it is urgent.");
const ticket = await say("ada", "My laptop does not start. Open a ticket, it is urgent.");
print("Ada", "(approves)");
await decide("ada", ticket);

print("Ada", "Tell carol@acme.example that I am late.");
const mail = await say("ada", "Tell carol@acme.example that I am late.");
print("Bob", "(approves in Ada's thread)");
await decide("bob", mail);
print("Ada", "(approves, and clicks twice)");
await decide("ada", mail);
await decide("ada", mail);

print("Ada", "How often may I work from home?");
await say("ada", "How often may I work from home?");
print("Ada", "Where may I park?");
await say("ada", "Where may I park?");

print("", `${company.tickets.length} ticket, ${company.outbox.length} mail`);
company.close();

/** What Jarvis asks for and the thread it asks in. */
interface Pending {
  thread: string;
  digest: string;
}

async function say(person: string, text: string): Promise<Pending> {
  return post(person, "/messages", { session: "monday", text });
}

async function decide(person: string, { thread, digest }: Pending): Promise<Pending> {
  return post(person, "/decisions", { thread, digest, decision: "approve" });
}

async function post(person: string, path: string, body: object): Promise<Pending> {
  const response = await handle(
    new Request(`https://jarvis.acme.example${path}`, { method: "POST", headers: { Authorization: `Bearer session-of-${person}` }, body: JSON.stringify(body) }),
  );
  const text = await response.text();
  const pending = { thread: "", digest: "" };
  if (!response.ok) {
    print("edge", `${response.status} ${text}`);
    return pending;
  }
  const events = text.trim().split("\n").map((line) => JSON.parse(line) as Event);
  if (events.length === 1) print("Jarvis", "(nothing is waiting)");
  for (const event of events) {
    if ("thread" in event) pending.thread = event.thread;
    else if ("answer" in event) print("Jarvis", event.answer);
    else {
      pending.digest = event.asks.digest;
      print("Jarvis", `May I? ${event.asks.action} ${JSON.stringify(event.asks.args)}`);
    }
  }
  return pending;
}

function print(who: string, text: string): void {
  process.stdout.write(`${who.padEnd(7)} ${text}\n`);
}
