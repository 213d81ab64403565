import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const main = join(__dirname, "../../emulator/main.ts");

describe("The emulator's command line", () => {
  let child: ChildProcess | undefined;
  afterEach(() => {
    child?.kill("SIGKILL"); // only if the test failed before its own end
  });

  it("prints where it listens and stops when it is asked to", async () => {
    child = spawn(process.execPath, ["--import", "tsx", main, "--port", "0"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const exited = once(child, "exit");
    assert.ok(child.stdout);
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    const { origin, webhook, controlToken } = JSON.parse(line) as Record<string, string>;
    assert.equal(webhook, `${origin ?? ""}/rest/1/demo0secret0demo/`);
    assert.match(controlToken ?? "", /^[0-9a-f]{24}$/);
    assert.equal((await fetch(`${webhook}profile`)).status, 200);
    child.kill("SIGTERM");
    assert.deepEqual(await exited, [0, null]);
  });
});
