import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chown, mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

/** A PostgreSQL of Debian's packages with a data folder of its own; `undefined` where there is none. */
export async function startPostgres(): Promise<Server | undefined> {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql").sort((left, right) => Number(right) - Number(left)) : [];
  const bin = versions.map((version) => `/usr/lib/postgresql/${version}/bin`).find((folder) => existsSync(path.join(folder, "initdb")));
  if (bin === undefined) return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), "guards-postgres-"));
  const data = path.join(folder, "data");
  await mkdir(data);
  // The server refuses to run as root; Debian's package brings a user for it.
  const owner = process.getuid?.() === 0 ? await idsOf("postgres") : undefined;
  if (owner) for (const owned of [folder, data]) await chown(owned, owner.uid, owner.gid);
  const port = await freePort();
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
  await run(path.join(bin, "initdb"), ["-D", data, "-U", "postgres", "--auth=trust", "--no-sync"], options);
  const server = spawn(path.join(bin, "postgres"), ["-D", data, "-p", String(port), "-k", folder, "-h", "127.0.0.1", "-F"], { ...options, stdio: "ignore" });
  await until(() => run(path.join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)]));
  return { port, stop: () => stop(server, folder) };
}

/** A Redis of Debian's package, in memory only; `undefined` where there is none. */
export async function startRedis(): Promise<Server | undefined> {
  const command = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"].find(existsSync);
  if (command === undefined) return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), "guards-redis-"));
  const port = await freePort();
  const server = spawn(command, ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder], { stdio: "ignore" });
  await until(() => run(path.join(path.dirname(command), "redis-cli"), ["-p", String(port), "ping"]));
  return { port, stop: () => stop(server, folder) };
}

async function stop(server: ReturnType<typeof spawn>, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  // PostgreSQL lets its clients leave first.
  server.kill("SIGTERM");
  await ended;
  await rm(folder, { recursive: true, force: true });
}

async function idsOf(user: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await run("id", [flag, user])).stdout)));
  if (uid === undefined || gid === undefined) throw new Error(`no ids of ${user}`);
  return { uid, gid };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => { probe.listen(0, "127.0.0.1", resolve); });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function until(ready: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await ready();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(100);
    }
  }
}
