import { describe, expect, it } from "vitest";
import { agentMapOf, holdsOnlyReaders, type AgentMap, type MapEdge } from "../../src/preflight/render/agent-map.js";
import { layOut } from "../../src/preflight/render/map-layout.js";
import { agentEntry, inventoryOf, largeReport, sendsMail, toolEntry, unsafeReport } from "./sample-report.js";

const inbox = toolEntry("read_inbox", { readsUntrusted: true });
const mail = toolEntry("send_mail", { effects: [sendsMail("unguarded")] });
const askedMail = toolEntry("send_asked_mail", { effects: [sendsMail("guarded")] });
const unclearMail = toolEntry("send_unclear_mail", { effects: [sendsMail("unknown")] });
const clock = toolEntry("read_clock");
const note = toolEntry("take_note", { effects: [{ kind: "write", label: "writes to the store", approval: "unguarded" }] });

/** The lines of a map as `from -> to: passage`, by the names that the boxes carry. */
function lines({ nodes, edges }: AgentMap): readonly string[] {
  const names = new Map(nodes.map((node) => [node.key, "tools" in node ? node.tools.map(({ name }) => name).join("+") : "agent" in node ? (node.kind === "unseen" ? `unseen of ${node.agent.name ?? "?"}` : (node.agent.name ?? "?")) : "nobody"]));
  return edges.map(({ from, to, passage }: MapEdge) => `${names.get(from) ?? from} -> ${names.get(to) ?? to}: ${passage}`);
}

function paths({ paths }: AgentMap): readonly string[] {
  return paths.map(({ sources, agent, tool, passage }) => `${sources.map(({ name }) => name).join("+")} > ${agent.name ?? "?"} > ${tool.name ?? "?"}: ${passage}`);
}

describe("the agent map", () => {
  it("draws the path from untrusted text through an agent to an effect that nobody approves", () => {
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [inbox, mail, clock])], [inbox, mail, clock]));

    expect(paths(map)).toEqual(["read_inbox > jarvis > send_mail: unguarded"]);
    expect(lines(map)).toEqual(["read_inbox -> jarvis: unguarded", "jarvis -> send_mail: unguarded", "jarvis -> read_clock: plain"]);
  });

  it("draws a path that asks first as guarded", () => {
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [inbox, askedMail])], [inbox, askedMail]));

    expect(paths(map)).toEqual(["read_inbox > jarvis > send_asked_mail: guarded"]);
    expect(lines(map)).toEqual(["read_inbox -> jarvis: guarded", "jarvis -> send_asked_mail: guarded"]);
  });

  it("calls a path whose approval cannot be seen neither guarded nor unguarded", () => {
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [inbox, unclearMail])], [inbox, unclearMail]));

    expect(paths(map)).toEqual(["read_inbox > jarvis > send_unclear_mail: unknown"]);
  });

  it("gives the way into an agent the worst that can come of it", () => {
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [inbox, askedMail, unclearMail, mail])], [inbox, askedMail, unclearMail, mail]));

    expect(lines(map)[0]).toBe("read_inbox -> jarvis: unguarded");
  });

  it("names of a tool's effects those that nobody approves", () => {
    const both = toolEntry("close_account", { effects: [sendsMail("guarded"), { kind: "destructive", label: "deletes over HTTP", approval: "unguarded" }] });
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [inbox, both])], [inbox, both]));

    expect(map.paths.map(({ passage, effects }) => ({ passage, effects: effects.map(({ label }) => label) }))).toEqual([{ passage: "unguarded", effects: ["deletes over HTTP"] }]);
  });

  it("leads no path to what the project itself keeps, or to what needs no approval", () => {
    const harmless = toolEntry("post_metric", { effects: [sendsMail("none-needed")] });
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [inbox, note, harmless])], [inbox, note, harmless]));

    expect(map.paths).toEqual([]);
    expect(lines(map)).toEqual(["read_inbox -> jarvis: plain", "jarvis -> take_note: plain", "jarvis -> post_metric: plain"]);
  });

  it("starts no path without an untrusted source, however the agent acts", () => {
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [clock, mail])], [clock, mail]));

    expect(map.paths).toEqual([]);
    expect(map.nodes.some(({ kind }) => kind === "source")).toBe(false);
    expect(lines(map)).toEqual(["jarvis -> read_clock: plain", "jarvis -> send_mail: plain"]);
  });

  it("follows a tool that two agents hold, and finds the path only through the one that reads", () => {
    const map = agentMapOf(inventoryOf([agentEntry("reader", [inbox, mail]), agentEntry("writer", [mail])], [inbox, mail]));

    expect(paths(map)).toEqual(["read_inbox > reader > send_mail: unguarded"]);
    expect(lines(map)).toEqual(["read_inbox -> reader: unguarded", "reader -> send_mail: unguarded", "writer -> send_mail: plain"]);
  });

  it("does not join what two agents hold apart", () => {
    const map = agentMapOf(inventoryOf([agentEntry("reader", [inbox]), agentEntry("writer", [mail])], [inbox, mail]));

    expect(map.paths).toEqual([]);
  });

  it("finds no unguarded path through an agent that asks before it runs the tool, and one through another that does not", () => {
    const asking = agentEntry("asking", [inbox, mail], { asksFor: [mail.id] });
    const alone = agentMapOf(inventoryOf([asking], [inbox, mail]));
    const both = agentMapOf(inventoryOf([asking, agentEntry("hasty", [inbox, mail])], [inbox, mail]));
    const approvals = ({ nodes }: AgentMap): readonly string[] => nodes.flatMap((node) => ("effects" in node ? node.effects.map(({ approval }) => approval) : []));

    expect(paths(alone)).toEqual(["read_inbox > asking > send_mail: guarded"]);
    expect(approvals(alone)).toEqual(["guarded"]);
    expect(paths(both)).toEqual(["read_inbox > asking > send_mail: guarded", "read_inbox > hasty > send_mail: unguarded"]);
    expect(approvals(both)).toEqual(["unguarded"]);
  });

  it("draws a tool that reads and acts on both sides of its agent", () => {
    const answer = toolEntry("answer_mail", { readsUntrusted: true, effects: [sendsMail("unguarded")] });
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [answer])], [answer]));

    expect(paths(map)).toEqual(["answer_mail > jarvis > answer_mail: unguarded"]);
    expect(lines(map)).toEqual(["answer_mail -> jarvis: unguarded", "jarvis -> answer_mail: unguarded"]);
  });

  it("keeps a place for tools that no agent in sight holds", () => {
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [clock])], [clock, mail, inbox]));

    expect(lines(map)).toEqual(["read_inbox -> nobody: plain", "jarvis -> read_clock: plain", "nobody -> send_mail: plain"]);
    expect(map.paths).toEqual([]);
  });

  it("lets tools that nobody holds share a box, as no path leads through them", () => {
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [inbox, mail])], [inbox, mail, clock, toolEntry("read_calendar"), askedMail]));

    expect(lines(map)).toEqual(["read_inbox -> jarvis: unguarded", "jarvis -> send_mail: unguarded", "nobody -> read_clock+read_calendar: plain", "nobody -> send_asked_mail: plain"]);
  });

  it("shows that a part of an agent's tools cannot be seen", () => {
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [inbox], { toolsComplete: false })], [inbox]));

    expect(lines(map)).toContain("jarvis -> unseen of jarvis: plain");
  });

  it("shows tools of packages, of which it knows no effect", () => {
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [], { otherTools: ["TavilySearch"] })], []));

    expect(lines(map)).toEqual(["jarvis -> unseen of jarvis: plain"]);
  });

  it("knows when all tools of packages only read", () => {
    expect(holdsOnlyReaders(agentEntry("jarvis", [inbox], { otherTools: ["TavilySearch"], readers: ["TavilySearch"] }))).toBe(true);
    expect(holdsOnlyReaders(agentEntry("jarvis", [inbox], { otherTools: ["TavilySearch", "mcpTools"], readers: ["TavilySearch"] }))).toBe(false);
    expect(holdsOnlyReaders(agentEntry("jarvis", [inbox], { otherTools: ["TavilySearch"], readers: ["TavilySearch"], toolsComplete: false }))).toBe(false);
  });

  it("holds a tool once, even if the agent lists it twice", () => {
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", [inbox, mail, mail])], [inbox, mail]));

    expect(lines(map)).toEqual(["read_inbox -> jarvis: unguarded", "jarvis -> send_mail: unguarded"]);
  });

  it("is empty where there is nothing", () => {
    expect(agentMapOf(inventoryOf([], []))).toEqual({ nodes: [], edges: [], paths: [], collapsed: false });
  });
});

describe("an agent map of many tools", () => {
  it("lets tools share a box that the same agents hold and that act alike, approved alike", () => {
    const chat = toolEntry("post_chat", { effects: [{ kind: "external", label: "posts to a chat", approval: "unguarded" }] });
    const tools = [inbox, mail, chat, askedMail, clock];
    const map = agentMapOf(inventoryOf([agentEntry("jarvis", tools)], tools), 4);

    expect(map.collapsed).toBe(true);
    expect(lines(map)).toEqual(["read_inbox -> jarvis: unguarded", "jarvis -> send_mail+post_chat: unguarded", "jarvis -> send_asked_mail: guarded", "jarvis -> read_clock: plain"]);
    expect(map.nodes.flatMap((node) => ("effects" in node ? node.effects : []))).toContainEqual({ kind: "external", approval: "unguarded", labels: ["sends mail", "posts to a chat"] });
  });

  it("keeps every path, whatever shares a box", () => {
    const report = largeReport(400).inventory;

    expect(paths(agentMapOf(report))).toEqual(paths(agentMapOf(report, Infinity)));
  });

  it("has few boxes for 400 tools", () => {
    const { nodes } = agentMapOf(largeReport(400).inventory);

    expect(nodes.length).toBeLessThan(60);
    expect(new Set(nodes.flatMap((node) => ("tools" in node ? node.tools.map(({ id }) => id) : []))).size).toBe(400);
  });
});

describe("the layout of a map", () => {
  it.each([
    ["of few tools", agentMapOf(unsafeReport.inventory)],
    ["of many", agentMapOf(largeReport(120).inventory, Infinity)],
    ["of an agent that nothing leads to or from", agentMapOf(inventoryOf([agentEntry("idle", []), agentEntry("jarvis", [inbox, mail])], [inbox, mail]))],
  ])("puts each kind of box into a column of its own and lets none overlap, %s", (_, map) => {
    const { boxes, width, height } = layOut(map);
    const placed = map.nodes.map((node) => ({ node, ...boxes.get(node.key)! }));
    const columns = ["source", "agent", "tool"].map((kind) => new Set(placed.filter(({ node }) => node.kind === kind).map(({ x }) => x)));

    for (const column of columns) expect(column.size).toBe(1);
    expect([...columns[0]!][0]).toBeLessThan([...columns[1]!][0]!);
    expect([...columns[1]!][0]).toBeLessThan([...columns[2]!][0]!);
    for (const a of placed) {
      expect(a.x + a.width).toBeLessThanOrEqual(width);
      expect(a.y + a.height).toBeLessThanOrEqual(height);
      for (const b of placed) {
        const apart = a === b || a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart, `${a.node.key} and ${b.node.key}`).toBe(true);
      }
    }
  });
});
