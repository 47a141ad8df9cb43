import rule from "../../../rules/prefer-streaming.js";
import { wholeAnswers } from "../cases/prefer-streaming.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

/** One call with a prompt makes a title as often as an answer; a conversation is what somebody waits for. */
const conversation = { ...vercelAi, answer: (text: string) => `(await generateText({ model, messages: ${text} })).text` };

testRule(rule, wholeAnswers(conversation, "streamText"));
