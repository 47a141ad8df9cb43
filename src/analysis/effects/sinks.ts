/** What an effect does to the world outside the program. */
export type EffectKind = "write" | "external" | "destructive";

/** A function of a package that has an effect. */
export interface Sink {
  readonly modules: readonly string[];
  /**
   * The steps from the module, joined by dots and without a leading `default`: `new.refunds.create`.
   * `*` stands for one step, `**` for any number of steps.
   */
  readonly path: string;
  readonly kind: EffectKind;
  /** What it does, to be read after "it". */
  readonly does: string;
}

export const SHELL = "runs a shell command";
export const DELETES_FILES = "deletes files";
const MOVES_TOKENS = "sends a transaction to a chain";

const table = (modules: readonly string[], kind: EffectKind, does: string, ...paths: readonly string[]): Sink[] => paths.map((path) => ({ modules, path, kind, does }));

/** A package's main class, however it is imported: `new Stripe()`, `Stripe()`, `new stripe.Stripe()`. */
const made = (name: string, ...paths: readonly string[]): string[] => paths.flatMap((path) => [`new.${path}`, `().${path}`, `${name}.new.${path}`]);

/** Where Drizzle makes its client, by the driver. */
const DRIZZLE = ["aws-data-api/pg", "better-sqlite3", "bun-sql", "bun-sqlite", "d1", "libsql", "mysql2", "neon-http", "neon-serverless", "node-postgres", "pglite", "planetscale-serverless", "postgres-js", "singlestore", "vercel-postgres", "xata-http"].map((driver) => `drizzle-orm/${driver}`);

/** Calls with an effect outside the program, by package. A sink is an export, never a word in a name. */
export const sinks: readonly Sink[] = [
  // mail
  ...table(["nodemailer"], "external", "sends mail", "createTransport.().sendMail", "**.createTransport.().sendMail", "Transporter.new.sendMail"),
  ...table(["resend"], "external", "sends mail", "Resend.new.emails.send", "Resend.new.batch.send", "Resend.new.broadcasts.send"),
  ...table(["@sendgrid/mail"], "external", "sends mail", "send", "sendMultiple", "MailService.new.send"),
  ...table(["postmark"], "external", "sends mail", "ServerClient.new.sendEmail", "ServerClient.new.sendEmailWithTemplate", "ServerClient.new.sendEmailBatch", "Client.new.sendEmail"),
  ...table(["mailgun.js", "mailgun-js"], "external", "sends mail", "**.messages.create", "**.messages.().send"),
  ...table(["@mailchimp/mailchimp_transactional"], "external", "sends mail", "**.messages.send"),
  // messages
  ...table(["@slack/web-api", "@slack/bolt"], "external", "posts to Slack", "WebClient.new.chat.postMessage", "WebClient.new.chat.update", "WebClient.new.chat.scheduleMessage", "WebClient.new.chat.postEphemeral", "App.new.client.chat.postMessage", "WebClient.new.files.upload", "WebClient.new.files.uploadV2", "WebClient.new.conversations.invite", "WebClient.new.conversations.kick", "WebClient.new.conversations.create", "WebClient.new.conversations.rename", "WebClient.new.conversations.setTopic", "WebClient.new.conversations.setPurpose", "WebClient.new.conversations.canvases.create", "WebClient.new.canvases.create", "WebClient.new.canvases.edit", "WebClient.new.reactions.add", "WebClient.new.pins.add", "WebClient.new.bookmarks.add"),
  ...table(["@slack/web-api", "@slack/bolt"], "destructive", "deletes from Slack", "WebClient.new.chat.delete", "WebClient.new.files.delete", "WebClient.new.conversations.archive", "WebClient.new.canvases.delete", "WebClient.new.bookmarks.remove"),
  ...table(["@slack/webhook"], "external", "posts to Slack", "IncomingWebhook.new.send"),
  ...table(["twilio"], "external", "sends a text message or calls a phone", ...made("Twilio", "messages.create", "calls.create")),
  ...table(["@vapi-ai/server-sdk"], "external", "calls a phone", "VapiClient.new.calls.create"),
  ...table(["@line/bot-sdk"], "external", "posts to LINE", ...["pushMessage", "multicast", "broadcast", "narrowcast"].flatMap((method) => [`Client.new.${method}`, `messagingApi.MessagingApiClient.new.${method}`])),
  ...table(["@vonage/server-sdk"], "external", "sends a text message", "Vonage.new.sms.send", "Vonage.new.messages.send"),
  ...table(["discord.js"], "external", "posts to Discord", "WebhookClient.new.send"),
  ...table(["telegraf", "grammy", "node-telegram-bot-api"], "external", "posts to Telegram", "Telegraf.new.telegram.sendMessage", "Bot.new.api.sendMessage", "new.sendMessage", "Telegram.new.sendMessage"),
  ...table(["twitter-api-v2"], "external", "posts to X", "TwitterApi.new.**.tweet", "TwitterApi.new.**.reply", "TwitterApi.new.**.tweetThread"),
  ...table(["web-push"], "external", "sends a push notification", "sendNotification"),
  ...table(["firebase-admin/messaging", "firebase-admin"], "external", "sends a push notification", "getMessaging.().send", "messaging.().send"),
  // payments
  ...table(["stripe"], "external", "moves money", ...made("Stripe", "paymentIntents.create", "paymentIntents.confirm", "paymentIntents.capture", "paymentIntents.cancel", "paymentIntents.update", "charges.create", "charges.capture", "refunds.create", "payouts.create", "transfers.create", "checkout.sessions.create", "invoices.pay", "invoices.sendInvoice", "invoices.finalizeInvoice", "paymentLinks.create", "subscriptions.create", "subscriptions.update", "topups.create")),
  ...table(["stripe"], "destructive", "cancels or deletes in Stripe", ...made("Stripe", "subscriptions.cancel", "subscriptions.del", "customers.del", "invoices.voidInvoice")),
  ...table(["@paypal/paypal-server-sdk", "@paypal/checkout-server-sdk"], "external", "moves money", ...["create*", "capture*", "authorize*", "confirm*", "patch*", "ordersCreate", "ordersCapture", "ordersAuthorize"].map((verb) => `OrdersController.new.${verb}`), ...["capture*", "refund*", "void*", "reauthorize*", "capturesRefund", "authorizationsCapture", "authorizationsVoid"].map((verb) => `PaymentsController.new.${verb}`)),
  ...table(["square", "@adyen/api-library", "braintree", "razorpay"], "external", "moves money", "**.payments.create", "**.refunds.create", "**.payments.createPayment", "**.transaction.sale", "**.transaction.refund", "**.payouts.create"),
  // chains: what is signed and sent cannot be called back
  ...table(["ethers"], "external", MOVES_TOKENS, ...["sendTransaction", "sendUncheckedTransaction"].flatMap((verb) => [`**.Wallet.new.${verb}`, `**.Wallet.fromPhrase.().${verb}`, `**.Wallet.createRandom.().${verb}`]), "**.broadcastTransaction", ...["transfer", "transferFrom", "safeTransferFrom", "approve"].map((verb) => `**.Contract.new.${verb}`)),
  ...table(["viem"], "external", MOVES_TOKENS, ...["sendTransaction", "sendRawTransaction", "writeContract", "deployContract", "sendCalls"].flatMap((verb) => [`createWalletClient.().${verb}`, `createWalletClient.().extend.().${verb}`]), "createPublicClient.().sendRawTransaction"),
  ...table(["@wagmi/core"], "external", MOVES_TOKENS, "sendTransaction", "writeContract", "deployContract", "sendCalls"),
  ...table(["web3"], "external", MOVES_TOKENS, "**.eth.sendTransaction", "**.eth.sendSignedTransaction"),
  ...table(["@solana/web3.js"], "external", MOVES_TOKENS, "sendAndConfirmTransaction", "sendAndConfirmRawTransaction", ...made("Connection", "sendTransaction", "sendRawTransaction", "sendEncodedTransaction")),
  ...table(["@solana/spl-token"], "external", MOVES_TOKENS, "transfer", "transferChecked", "mintTo", "mintToChecked", "burn", "burnChecked", "approve"),
  ...table(["@polkadot/api"], "external", MOVES_TOKENS, "**.signAndSend"),
  // calendars, mail boxes, documents
  ...table(["googleapis", "@googleapis/calendar"], "external", "writes to a calendar", "**.calendar.().events.insert", "**.calendar.().events.update", "**.calendar.().events.patch", "**.calendar.().events.quickAdd"),
  ...table(["googleapis", "@googleapis/calendar"], "destructive", "deletes from a calendar", "**.calendar.().events.delete"),
  ...table(["googleapis", "@googleapis/gmail"], "external", "sends mail", "**.gmail.().users.messages.send", "**.gmail.().users.drafts.send"),
  ...table(["googleapis", "@googleapis/gmail"], "destructive", "deletes mail", "**.gmail.().users.messages.delete", "**.gmail.().users.messages.trash", "**.gmail.().users.threads.delete"),
  ...table(["googleapis", "@googleapis/drive"], "destructive", "deletes files", "**.drive.().files.delete"),
  ...table(["googleapis", "@googleapis/drive"], "external", "shares files", "**.drive.().permissions.create"),
  // tickets and repositories
  ...table(["octokit", "@octokit/rest", "@octokit/core"], "external", "writes to GitHub", ...["issues", "pulls", "repos", "git", "actions", "gists", "projects", "teams", "orgs", "reactions"].flatMap((area) => ["create*", "update*", "merge", "add*", "set*", "replace*", "request*", "transfer", "lock"].flatMap((verb) => [`Octokit.new.rest.${area}.${verb}`, `Octokit.new.${area}.${verb}`]))),
  ...table(["octokit", "@octokit/rest", "@octokit/core"], "destructive", "deletes on GitHub", ...["issues", "pulls", "repos", "git", "gists", "teams", "orgs"].flatMap((area) => ["delete*", "remove*"].flatMap((verb) => [`Octokit.new.rest.${area}.${verb}`, `Octokit.new.${area}.${verb}`]))),
  ...table(["jira.js", "jira-client"], "external", "writes to Jira", "**.issues.createIssue", "**.issues.editIssue", "**.issueComments.addComment", "new.addNewIssue", "new.updateIssue", "new.addComment"),
  ...table(["jira.js", "jira-client"], "destructive", "deletes in Jira", "**.issues.deleteIssue", "new.deleteIssue"),
  ...table(["@linear/sdk"], "external", "writes to Linear", "LinearClient.new.createIssue", "LinearClient.new.updateIssue", "LinearClient.new.createComment", "LinearClient.new.archiveIssue", "LinearClient.new.deleteIssue"),
  ...table(["@notionhq/client"], "external", "writes to Notion", "Client.new.pages.create", "Client.new.pages.update", "Client.new.blocks.children.append", "Client.new.blocks.update", "Client.new.comments.create"),
  ...table(["@notionhq/client"], "destructive", "deletes in Notion", "Client.new.blocks.delete"),
  ...table(["@hubspot/api-client", "jsforce", "node-zendesk", "intercom-client"], "external", "writes to a customer system", "**.basicApi.create", "**.basicApi.update", "**.batchApi.create", "**.sobject.().create", "**.sobject.().update", "**.tickets.create", "**.tickets.update"),
  ...table(["@hubspot/api-client", "jsforce", "node-zendesk"], "destructive", "deletes in a customer system", "**.basicApi.archive", "**.sobject.().destroy", "**.sobject.().delete", "**.tickets.delete"),
  // shell
  ...table(["child_process"], "destructive", SHELL, "exec", "execSync", "execFile", "execFileSync", "spawn", "spawnSync", "fork"),
  ...table(["execa"], "destructive", SHELL, "execa", "execaSync", "execaCommand", "execaCommandSync", "$", ""),
  ...table(["shelljs"], "destructive", SHELL, "exec", "rm"),
  ...table(["zx"], "destructive", SHELL, "$"),
  ...table(["ssh2", "node-ssh"], "destructive", "runs a command on another machine", "Client.new.exec", "NodeSSH.new.execCommand"),
  // files
  ...table(["fs", "fs/promises", "graceful-fs"], "destructive", DELETES_FILES, "rm", "rmSync", "rmdir", "rmdirSync", "unlink", "unlinkSync", "promises.rm", "promises.rmdir", "promises.unlink"),
  ...table(["fs-extra"], "destructive", DELETES_FILES, "remove", "removeSync", "rm", "rmSync", "unlink", "unlinkSync", "emptyDir", "emptyDirSync"),
  ...table(["rimraf"], "destructive", DELETES_FILES, "", "rimraf", "sync", "rimrafSync"),
  ...table(["del"], "destructive", DELETES_FILES, "", "deleteAsync", "deleteSync"),
  // cloud
  ...table(["@google-cloud/storage"], "destructive", "deletes from cloud storage", "Storage.new.bucket.().delete", "Storage.new.bucket.().file.().delete", "Storage.new.bucket.().deleteFiles"),
  ...table(["@azure/storage-blob"], "destructive", "deletes from cloud storage", "**.deleteBlob", "**.deleteContainer", "**.deleteIfExists"),
  ...table(["@kubernetes/client-node"], "destructive", "deletes from a cluster", "**.deleteNamespaced*", "**.deleteCollectionNamespaced*", "**.deleteNamespace"),
  // object mappers, only where they delete or empty whole tables
  ...table(["@prisma/client"], "destructive", "deletes rows", "PrismaClient.new.*.delete", "PrismaClient.new.*.deleteMany"),
  ...table(["drizzle-orm", ...DRIZZLE], "destructive", "deletes rows", "drizzle.().delete"),
  ...table(["@supabase/supabase-js", "@supabase/ssr"], "destructive", "deletes rows", "createClient.().from.().delete", "createServerClient.().from.().delete"),
  ...table(["mongodb"], "destructive", "deletes documents", "**.collection.().deleteOne", "**.collection.().deleteMany", "**.collection.().drop", "**.dropDatabase", "**.findOneAndDelete"),
];

/** Commands of the AWS SDK: the class that is sent tells what happens. */
export const awsCommands: readonly { readonly pattern: RegExp; readonly kind: EffectKind; readonly does: string }[] = [
  { pattern: /^(?:SendEmail|SendRawEmail|SendBulkEmail|SendTemplatedEmail)Command$/u, kind: "external", does: "sends mail" },
  { pattern: /^Publish(?:Batch)?Command$/u, kind: "external", does: "publishes a notification" },
  { pattern: /^(?:Delete|Terminate|Remove|Stop|Deregister|Destroy|Purge)\w*Command$/u, kind: "destructive", does: "deletes or stops cloud resources" },
];

/** Database clients whose query methods take SQL text. */
export const SQL_METHODS = new Set(["query", "execute", "exec", "run", "raw", "unsafe", "prepare", "all", "$executeRawUnsafe", "$queryRawUnsafe", "queryRaw", "executeSql", "batch"]);

/** Hosts and words in a path by which a POST is a question, not a change. */
export const READING_SEGMENTS = new Set(["search", "query", "queries", "graphql", "token", "tokens", "oauth", "oauth2", "embeddings", "embed", "completions", "chat", "generate", "generatecontent", "streamgeneratecontent", "embedcontent", "batchembedcontents", "counttokens", "inference", "predict", "invoke", "rerank", "classify", "moderations", "translate", "lookup", "find", "_search", "msearch", "_msearch", "scroll", "count", "validate", "verify", "analyze", "extract", "scrape", "crawl", "map", "transcribe", "transcription", "transcriptions", "generations", "tts", "speech", "texttospeech", "speechtotext", "texttoimage", "imagetoimage", "imagetotext", "texttovideo", "imagetovideo", "txt2img", "img2img", "synthesize", "summarize", "recognize", "detect", "ocr", "sentiment", "responses", "rpc", "sparql", "introspect", "login", "auth", "convert", "render", "preview", "estimate", "calculate", "rank", "similarity", "retrieve", "filter", "list", "batchget", "freebusy", "serp", "geocode", "interpreter"]);
export const LOCAL_HOST = /^https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)(?::|\/|$)/iu;

/** Cheap test on the text of a file: whether it can hold a sink at all. */
export function sinkHint(): RegExp {
  const packages = new Set(sinks.flatMap((sink) => sink.modules).map((name) => name.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&")));
  return new RegExp(`["'](?:node:)?(?:${[...packages].join("|")}|@aws-sdk/client-[\\w-]+)["']|DELETE FROM|DROP TABLE|TRUNCATE|UPDATE |Deno\\.|Bun\\.|interrupt|\\bapprove`, "u");
}
