import assert from "node:assert/strict";
import { Agent } from "node:https";
import { AjaxError, ApiVersion, B24Hook } from "@bitrix24/b24jssdk";
import { throwAwayCertificate } from "../../emulator/certificate";
import { Emulator } from "../../emulator/emulator";
import { noon } from "./support/portalCalls";

/**
 * Bitrix24's own JavaScript SDK takes the emulator for a portal: a witness that does not share our
 * reading of the brief. It insists on https, so it alone is given the throw-away certificate.
 */
describe("Bitrix24's own client", () => {
  let emulator: Emulator;
  let client: B24Hook;
  let agent: Agent;

  before(async () => {
    const https = await throwAwayCertificate();
    emulator = await Emulator.start({ https, requireHttps: true, clock: () => noon });
    client = B24Hook.fromWebhookUrl(emulator.webhook());
    agent = new Agent({ ca: https.cert });
    client.getHttpClient(ApiVersion.v2).ajaxClient.defaults.httpsAgent = agent;
  });
  after(async () => {
    client.destroy();
    agent.destroy();
    await emulator.stop();
  });

  it("reads a dialog", async () => {
    const reply = await client.actions.v2.call.make<{ name: string; id: number }>({
      method: "imbot.dialog.get",
      params: { DIALOG_ID: "chat29" },
    });
    assert.ok(reply.isSuccess);
    assert.equal(reply.getData()?.result.name, "Delivery bot pilot");
    assert.equal(emulator.callsTo("imbot.dialog.get").at(-1)?.verb, "POST");
  });

  it("throws the refusal of a dialog that is not there", async () => {
    await assert.rejects(ask("chat404"), (error) => {
      assert.ok(error instanceof AjaxError);
      assert.equal(error.code, "ACCESS_ERROR");
      assert.equal(error.status, 403);
      return true;
    });
  });

  it("throws the refusal of an empty id", async () => {
    await assert.rejects(ask(""), (error) => {
      assert.ok(error instanceof AjaxError);
      assert.equal(error.code, "DIALOG_ID_EMPTY");
      assert.equal(error.status, 400);
      return true;
    });
  });

  it("reads several in one batch", async () => {
    const reply = await client.actions.v2.batch.make<{ id: number }>({
      calls: {
        pilot: { method: "imbot.dialog.get", params: { DIALOG_ID: "chat29" } },
        lobby: { method: "imbot.dialog.get", params: { DIALOG_ID: "chat30" } },
      },
      options: { isHaltOnError: false },
    });
    assert.ok(reply.isSuccess);
    const data = reply.getData() as unknown as Record<string, { id: number }>;
    assert.deepEqual([data["pilot"]?.id, data["lobby"]?.id], [29, 30]);
    assert.equal(emulator.requests.at(-1)?.method, "batch");
  });

  async function ask(dialogId: string): Promise<unknown> {
    return client.actions.v2.call.make({
      method: "imbot.dialog.get",
      params: { DIALOG_ID: dialogId },
    });
  }
});
