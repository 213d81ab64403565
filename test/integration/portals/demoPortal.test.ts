import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import * as vscode from "vscode";
import { demoOrigin } from "../../../src/core/portal/demoAddress";
import { commandIds } from "../../../src/ids";
import { inspect, inspectInOwnTab } from "../support/commands";
import { closeQuestions } from "../support/questions";
import { closeAllTabs, showsTabs } from "../support/tabs";

describe("The demo portal", () => {
  const requested: string[] = [];
  const onRequest = (message: unknown): void => {
    requested.push((message as { readonly request: ClientRequest }).request.host);
  };

  before(() => {
    subscribe("http.client.request.start", onRequest);
  });
  afterEach(async () => {
    await closeAllTabs();
    await closeQuestions();
  });
  after(() => {
    unsubscribe("http.client.request.start", onRequest);
  });

  async function addDemo(): Promise<unknown> {
    return vscode.commands.executeCommand(commandIds.addDemoPortal);
  }

  it("is one portal, however often it is added at once", async () => {
    const [first, second] = await Promise.all([addDemo(), addDemo()]);
    assert.equal(typeof first, "string");
    assert.equal(second, first);
  });

  it("is one portal, however often it is added", async () => {
    assert.equal(await addDemo(), await addDemo());
  });

  it("answers look-ups", async () => {
    await addDemo();
    await inspectInOwnTab("chat29");
    await showsTabs("Delivery bot pilot");
    await inspect("chat404");
    await showsTabs("Delivery bot pilot", "Chat 404");
  });

  it("asks before a read that would create a private chat, as any portal does", async () => {
    await addDemo();
    await assert.rejects(inspect("77"), /Read the private dialog with user 77\?/);
    await showsTabs();
  });

  it("needs no network", async () => {
    await addDemo();
    await inspect("chat210");
    await showsTabs("Ana via Telegram");
    const { host } = new URL(demoOrigin);
    assert.deepEqual(
      requested.filter((name) => name === host),
      [],
    );
  });
});
