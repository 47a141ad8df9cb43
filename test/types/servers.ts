import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A server of this test alone. It listens on a socket in a folder of its own, so no other test can have its port. */
export interface Server {
  readonly folder: string;
  stop(): Promise<void>;
}

/** A server comes up within a second or two, or within a minute where others take the processors. */
const START_DEADLINE = 90_000;

/** A PostgreSQL of Debian's packages with a data folder of its own; `undefined` where there is none. */
export async function startPostgres(): Promise<Server | undefined> {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql").sort((left, right) => Number(right) - Number(left)) : [];
  const bin = versions.map((version) => `/usr/lib/postgresql/${version}/bin`).find((folder) => existsSync(path.join(folder, "initdb")));
  if (bin === undefined) return undefined;
  // The server refuses to run as root; Debian's package brings a user for it.
  const owner = process.getuid?.() === 0 ? await idsOf("postgres") : undefined;
  return inFolder("postgres", async (folder) => {
    if (owner) await chown(folder, owner.uid, owner.gid);
    const data = path.join(folder, "data");
    const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: "C", TZ: "UTC" } };
    await run(path.join(bin, "initdb"), ["-D", data, "-U", "postgres", "--auth=trust", "--no-sync"], options);
    const server = spawn(path.join(bin, "postgres"), ["-D", data, "-k", folder, "-h", "", "-F"], { ...options, stdio: ["ignore", "ignore", "pipe"] });
    await ready("PostgreSQL", server, () => run(path.join(bin, "pg_isready"), ["-h", folder]));
    return server;
  });
}

/** A Redis of Debian's package, in memory only; `undefined` where there is none. It listens on `redis.sock`. */
export async function startRedis(): Promise<Server | undefined> {
  const command = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"].find(existsSync);
  if (command === undefined) return undefined;
  return inFolder("redis", async (folder) => {
    const socket = path.join(folder, "redis.sock");
    const server = spawn(command, ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder], { stdio: ["ignore", "ignore", "pipe"] });
    await ready("Redis", server, () => run(path.join(path.dirname(command), "redis-cli"), ["-s", socket, "ping"]));
    return server;
  });
}

async function inFolder(name: string, start: (folder: string) => Promise<ChildProcess>): Promise<Server> {
  // The path of a socket may have a hundred characters only, which a long TMPDIR would use up; and another user must get there.
  const home = existsSync("/tmp") ? "/tmp" : tmpdir();
  const folder = await mkdtemp(path.join(home, `guards-${name}-`));
  try {
    await chmod(folder, 0o755);
    const server = await start(folder);
    return { folder, stop: () => stop(server, folder) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    // PostgreSQL lets its clients leave first; one that does not is not waited for.
    server.kill("SIGTERM");
    const late = setTimeout(() => { server.kill("SIGKILL"); }, 20_000);
    await ended;
    clearTimeout(late);
  }
  await rm(folder, { recursive: true, force: true });
}

async function idsOf(user: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await run("id", [flag, user])).stdout)));
  if (uid === undefined || gid === undefined) throw new Error(`no ids of ${user}`);
  return { uid, gid };
}

/** Waits until a server answers; one that ends instead fails the test at once, with its own last words. */
async function ready(name: string, server: ChildProcess, ask: () => Promise<unknown>): Promise<void> {
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => { said = `${said}${chunk.toString()}`.slice(-4_000); });
  let failure: Error | undefined;
  server.once("error", (error) => { failure = error; });
  const end = Date.now() + START_DEADLINE;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (failure ?? server.exitCode !== null) throw new Error(`${name} did not start: ${said}`, { cause: failure });
      if (Date.now() > end) {
        server.kill("SIGKILL");
        throw new Error(`${name} does not answer: ${said}`, { cause: error });
      }
      await sleep(100);
    }
  }
}
