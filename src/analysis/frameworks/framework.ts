/** A place in the arguments of a call: the argument's number, and the key in it where it is an object. */
export interface ArgumentPlace {
  readonly argument: number;
  readonly key?: string;
}

/** One way of calling a factory, told apart by the number of arguments and by what they are. */
export interface ToolForm {
  /** Which argument holds the options; absent where the parts are positional. */
  readonly options?: number;
  /** Form applies only if that many arguments are given. */
  readonly arity?: readonly number[];
  readonly handler?: ArgumentPlace;
  readonly schema: readonly ArgumentPlace[];
  readonly name: ArgumentPlace;
}

/** A function, or a method of an object, that makes a tool. */
export interface ToolFactory {
  readonly modules: readonly string[];
  /** The steps from the module: `["tool"]`, `["McpServer", "new", "registerTool"]`. */
  readonly path: readonly string[];
  readonly forms: readonly ToolForm[];
  /** Where the handlers of its tools are given something else than those of the framework's other tools. */
  readonly context?: HandlerContext;
  /** Keys of such a tool's options by which a call of it ends after a time. */
  readonly timeoutKeys?: readonly string[];
}

/** A class whose instances or subclasses are tools. */
export interface ToolClass {
  readonly modules: readonly string[];
  readonly name: string;
  /** The method that a subclass implements. */
  readonly method: string;
  /** The key of the handler among the options of `new` and `super`, where instances can be made directly. */
  readonly handlerKey?: string;
  readonly schemaKey: string;
  /** The key of its name, where that is not `name`. */
  readonly nameKey?: string;
}

/** A function or class that makes an agent from tools. */
export interface AgentFactory {
  readonly modules: readonly string[];
  readonly path: readonly string[];
  readonly options: number;
  readonly toolsKeys: readonly string[];
  /** The argument that is the list of tools itself, as in `new ToolNode(tools)`. */
  readonly toolsArgument?: number;
}

/** How a tool's handler learns what the model did not write. */
export interface HandlerContext {
  /** Number of the handler's parameter that carries the run: config, runtime, options, extra. */
  readonly parameter: number;
  /** The same for a handler without an input schema, where it is given no input then. */
  readonly parameterWithoutInput?: number;
  /** The same for a class method. */
  readonly methodParameter?: number;
  /** What the parameter is called in the framework's documentation. */
  readonly parameterName: string;
  /** The expression that reads an identity key, `$` standing for the parameter, where it is read from that, and `KEY` for the key. */
  readonly identity: string;
  /** Key under which older versions hand over the run's values, among what they give a tool as its first argument. */
  readonly formerKey?: string;
  /** The first keys of what only a check of the caller has written. */
  readonly verified?: readonly string[];
  /** The keys that lead to the cancel signal of the run; none where only some versions have one. */
  readonly signal: readonly string[];
  /** The parameter with the signal, where another one carries it. */
  readonly signalParameter?: number;
  /** The same for TypeScript, `TYPE` standing for the value's type, where the context's own type is unknown. */
  readonly typedIdentity?: string;
  /** Key of the tool's options that gives the context its type. */
  readonly contextSchemaKey?: string;
}

/** An export of a package, by the steps that lead to it. */
export interface ExportPlace {
  readonly modules: readonly string[];
  readonly path: readonly string[];
}

/** How approvals come back among the messages of a client, and what keeps a client from making them up. */
export interface ApprovalReplay {
  /** Key of the options with the secret that signs what was asked. */
  readonly secretKey: string;
  /** Keys of the options whose functions may set the secret for one run. */
  readonly hookKeys: readonly string[];
  /** Keys of a run's options that hold messages. */
  readonly messagesKeys: readonly string[];
  /** Methods of an agent that take messages among their first argument. */
  readonly methods: readonly string[];
  /** Functions that give back the messages that they are given. */
  readonly converters: readonly (ExportPlace & { readonly place: ArgumentPlace })[];
  /** Functions that run an agent on messages, both among their options. */
  readonly runs: readonly (ExportPlace & { readonly options: number; readonly agentKey: string; readonly messagesKey: string })[];
}

/** A function that calls another one with a server as its first argument. */
export interface GivenServer extends ExportPlace {
  /** Number of the argument that is called. */
  readonly argument: number;
  /** What it is given, by the first major version of the package that no longer does. */
  readonly servers: readonly { readonly below?: number; readonly module: string; readonly path: readonly string[] }[];
}

/** A class of a package whose subclasses hold tools, and know who is calling. */
export interface HostClass extends ExportPlace {
  /** The field of an instance that says so. */
  readonly field: string;
  readonly context: HandlerContext;
}

/** How a server is told what answers its clients' requests for tools, where it answers them itself. */
export interface ToolRequests {
  /** The method that is told which requests are meant, and which function answers them. */
  readonly method: string;
  /** Which request asks for the list of tools, and which is the call of one: the name of an export of the modules, or a text. */
  readonly list: string;
  readonly call: string;
  readonly modules: readonly string[];
  /** Whose method it is, where the requests are named by texts. */
  readonly servers?: readonly ExportPlace[];
  readonly context: HandlerContext;
}

/** A type that says of an object that it is a tool, or of a record that its values are. */
export interface ToolType {
  readonly modules: readonly string[];
  readonly name: string;
  readonly record?: true;
}

/** Servers whose object talks to one client. */
export interface ClientServers {
  readonly servers: readonly ExportPlace[];
  /** The method that gives a server its client. */
  readonly connect: string;
  /** Transports that answer HTTP requests. */
  readonly transports: readonly ExportPlace[];
  /** The method of these that answers one. */
  readonly handle: string;
  /** The option without which a transport keeps clients apart by nothing. */
  readonly sessionKey: string;
  /** Transports that answer one request and no second. */
  readonly single: readonly ExportPlace[];
  /** The method of these that answers it. */
  readonly exchange: string;
  /** Transports that have one client by their nature. */
  readonly alone: readonly ExportPlace[];
  /** Functions that connect a server at each request, the number of the argument that it is, and the option with a transport that is kept. */
  readonly perServer: readonly (ExportPlace & { readonly server: number; readonly options: number; readonly transportKey: string })[];
  /** Functions that ask another one for a server at each request, and the number of the argument that it is. */
  readonly perRequest: readonly (ExportPlace & { readonly maker: number })[];
}

/** Where a framework takes a person's approval of a tool. */
export interface ApprovalPlaces {
  /** Keys of the tool's own options. */
  readonly toolKeys: readonly string[];
  /** Keys of the agent's options that map tool names to approvals. */
  readonly agentKeys: readonly string[];
  /** The key among these, and what it says of a tool that a person is asked about, where that has replaced the tool's own option. */
  readonly asking?: { readonly key: string; readonly answer: string };
  /** Keys of a run's options that ask before every tool. */
  readonly runKeys?: readonly string[];
  /** Keys of the agent's options that hold the options of its runs. */
  readonly runDefaults?: readonly string[];
  readonly replay?: ApprovalReplay;
  /** False where approval belongs to the client, so that a tool cannot ask for it. */
  readonly supported: boolean;
}

/** A function, or a method of something that a framework makes, which runs an agent or asks a model. */
export interface RunEntry {
  readonly modules: readonly string[];
  readonly path: readonly string[];
  /** Number of the argument that carries the config of the run. */
  readonly config: number;
  /** Number of the argument that is the user's text itself. */
  readonly text?: number;
}

/** Keys under which options carry text for the model. */
export interface PromptKeys {
  /** What the model obeys. */
  readonly system: readonly string[];
  /** What the user says. */
  readonly user: readonly string[];
  /** Number of the parameter by which a function that gives the system's text gets the run. */
  readonly run?: number;
}

/** What is different in older versions of a framework. */
export interface Edition {
  /** The first major version that is no longer like this. */
  readonly below: number;
  readonly context?: HandlerContext;
  readonly approval?: ApprovalPlaces;
}

/** All that the analysis knows about one agent framework. Adding a framework is adding one of these. */
/** Where a run is told which of the conversations to go on with that the provider keeps for the application. */
export interface Conversations {
  /** Keys of a run's config. */
  readonly runKeys: readonly string[];
  /** Classes that stand for one. */
  readonly sessions: readonly (ExportPlace & { readonly options: number; readonly key: string })[];
}

export interface Framework {
  readonly id: string;
  readonly title: string;
  /** The package whose version decides how things are spelled. */
  readonly package: string;
  /** Older spellings, the oldest first; the rest of the table is the newest. */
  readonly editions?: readonly Edition[];
  /** Names of this table that only some major versions have. */
  readonly only?: Readonly<Record<string, readonly number[]>>;
  /** Importing one of these means that agents are in sight. */
  readonly modules: readonly string[];
  readonly toolFactories: readonly ToolFactory[];
  readonly toolClasses: readonly ToolClass[];
  readonly agents: readonly AgentFactory[];
  readonly context: HandlerContext;
  /** Keys of a tool's options by which the framework ends a call of it after a time. */
  readonly timeoutKeys?: readonly string[];
  readonly approval: ApprovalPlaces;
  readonly runs: readonly RunEntry[];
  /** Keys of a run's config whose `null` takes its limit of steps away. */
  readonly unlimitedKeys?: readonly string[];
  readonly conversations?: Conversations;
  readonly clientServers?: ClientServers;
  readonly givenServers?: readonly GivenServer[];
  readonly hostClasses?: readonly HostClass[];
  readonly toolRequests?: readonly ToolRequests[];
  readonly toolTypes?: readonly ToolType[];
  /** Keys of a run's config under which tools find the values of the run. */
  readonly contextKeys: readonly string[];
  /** The same for keys whose value has the values of each tool under the tool's name. */
  readonly contextsByTool?: readonly string[];
  readonly prompts: PromptKeys;
}
