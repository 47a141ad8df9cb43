import type { AgentCode, AgentModel } from "../model.js";
import { parseHttpCall, type HttpCall } from "./http.js";
import type { ReachedCall } from "./reach.js";

/** An HTTP request that a tool or node comes to, once for each way to it. */
export interface AgentRequest {
  readonly code: AgentCode;
  readonly http: HttpCall;
  readonly reached: ReachedCall;
}

/** Every request of the tools and nodes of a file. */
export function findRequests(model: AgentModel): readonly AgentRequest[] {
  return model.agentCode.flatMap((code) =>
    model.reachedFrom(code).flatMap((reached): AgentRequest[] => {
      const http = parseHttpCall(reached.call, reached.frame);
      return http ? [{ code, http, reached }] : [];
    }),
  );
}
