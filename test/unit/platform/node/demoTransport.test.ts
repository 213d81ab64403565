import assert from "node:assert/strict";
import type { Transport, TransportRequest } from "../../../../src/core/portal/transport";
import { success } from "../../../../src/core/base/result";
import { DemoTransport, type DemoAnswerer } from "../../../../src/platform/node/demoTransport";

const never = new AbortController().signal;
const request = (url: string): TransportRequest => ({
  url,
  body: '{"DIALOG_ID":"chat29"}',
  timeoutMs: 1_000,
  limitBytes: 1_000,
});

describe("The way to the built-in demo portal", () => {
  let loads: number;
  let asked: Parameters<DemoAnswerer["answer"]>[0][];
  let passedOn: string[];
  let transport: DemoTransport;
  beforeEach(() => {
    loads = 0;
    asked = [];
    passedOn = [];
    const demo: DemoAnswerer = {
      answer: (call) => {
        asked.push(call);
        return { status: 200, body: "demo" };
      },
    };
    const others: Transport = {
      send: ({ url }) => {
        passedOn.push(url);
        return Promise.resolve(success({ status: 200, body: "network" }));
      },
    };
    const load = () => {
      loads++;
      return Promise.resolve(demo);
    };
    transport = new DemoTransport("https://demo.example", load, others);
  });

  it("asks the demo as a portal would be asked, and loads it once", async () => {
    for (let call = 0; call < 3; call++) {
      const sent = await transport.send(request("https://demo.example/rest/1/s/scope"), never);
      assert.deepEqual(sent, { ok: true, value: { status: 200, body: "demo" } });
    }
    assert.equal(loads, 1);
    assert.deepEqual(asked[0], { path: "/rest/1/s/scope", body: '{"DIALOG_ID":"chat29"}' });
    assert.deepEqual(passedOn, []);
  });

  it("sends everything else to the network, and loads nothing for it", async () => {
    for (const url of [
      "https://demo.example.evil.example/rest/1/s/scope",
      "http://demo.example/rest/1/s/scope",
      "https://demo.example:8443/rest/1/s/scope",
    ]) {
      const sent = await transport.send(request(url), never);
      assert.ok(sent.ok && sent.value.body === "network", url);
    }
    assert.equal(loads, 0);
    assert.equal(passedOn.length, 3);
  });

  it("answers nothing to a call that was cancelled", async () => {
    const sent = await transport.send(request("https://demo.example/x"), AbortSignal.abort());
    assert.deepEqual(sent, { ok: false, error: { kind: "cancelled" } });
    assert.deepEqual(asked, []);
  });
});
