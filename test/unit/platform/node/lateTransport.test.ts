import assert from "node:assert/strict";
import type { Transport } from "../../../../src/core/portal/transport";
import { success } from "../../../../src/core/base/result";
import { LateTransport } from "../../../../src/platform/node/lateTransport";

describe("A transport that is loaded late", () => {
  it("is loaded once, by the first of several requests, and carries them all", async () => {
    const sent: string[] = [];
    const network: Transport = {
      send: ({ url }) => {
        sent.push(url);
        return Promise.resolve(success({ status: 200, body: url }));
      },
    };
    let loads = 0;
    const transport = new LateTransport(() => {
      loads++;
      return Promise.resolve(network);
    });
    assert.equal(loads, 0);
    const { signal } = new AbortController();
    const urls = ["https://portal.example/1", "https://portal.example/2"];
    const replies = await Promise.all(
      urls.map((url) =>
        transport.send({ url, body: "{}", timeoutMs: 1_000, limitBytes: 1_000 }, signal),
      ),
    );
    assert.deepEqual(
      replies.map((reply) => reply.ok && reply.value.body),
      urls,
    );
    assert.deepEqual(sent, urls);
    assert.equal(loads, 1);
  });
});
