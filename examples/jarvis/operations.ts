import { killSwitch, quota } from "agent-guardrails/operations";
import { RateLimiterMemory } from "rate-limiter-flexible";

const HOUR = 3_600;

/** `JARVIS_TOOLS=off` leaves Jarvis with words only. */
export const tools = killSwitch(() => process.env.JARVIS_TOOLS === "off");

export const mailQuota = quota({ perUser: new RateLimiterMemory({ keyPrefix: "mail", points: 5, duration: HOUR }) });
export const ticketQuota = quota({ perUser: new RateLimiterMemory({ keyPrefix: "ticket", points: 10, duration: HOUR }) });

/** How often one person may talk to Jarvis. */
export const talkLimiter = new RateLimiterMemory({ keyPrefix: "talk", points: 30, duration: 60 });
