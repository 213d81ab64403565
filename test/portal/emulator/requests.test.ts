import assert from "node:assert/strict";
import { asObject, call, noon, quietPortal, recordOf, resultOf, send } from "./support/portalCalls";

const base = "/rest/1/demo0secret0demo";

describe("Requests to the portal", () => {
  it("gives GET and POST the same answer, with any encoding of the parameters", () => {
    const portal = quietPortal();
    const json = { verb: "POST", path: `${base}/im.dialog.get`, contentType: "application/json" };
    const replies = [
      send(portal, { verb: "GET", path: `${base}/im.dialog.get`, query: "DIALOG_ID=chat29" }),
      send(portal, { ...json, body: '{"DIALOG_ID":"chat29"}' }),
      send(portal, {
        ...json,
        contentType: "application/json; charset=utf-8",
        body: '{"DIALOG_ID":"chat29"}',
      }),
      send(portal, {
        ...json,
        contentType: "application/x-www-form-urlencoded",
        body: "DIALOG_ID=chat29",
      }),
      send(portal, { ...json, contentType: "text/plain", body: "DIALOG_ID=chat29" }),
      send(portal, {
        ...json,
        contentType: "multipart/form-data; boundary=xx",
        body: '--xx\r\nContent-Disposition: form-data; name="DIALOG_ID"\r\n\r\nchat29\r\n--xx--\r\n',
      }),
    ];
    assert.equal(recordOf(replies[0] ?? assert.fail())["id"], 29);
    assert.equal(new Set(replies.map(({ text }) => text)).size, 1);
  });

  it("finds a method whatever its case, suffix and slashes", () => {
    const portal = quietPortal();
    const paths = [
      `${base}/IM.Dialog.GET`,
      `${base}/im.dialog.get.json`,
      `${base}/im.dialog.get.JSON/`,
      `${base}//im.dialog.get/`,
    ];
    for (const path of paths) {
      const reply = send(portal, { verb: "GET", path, query: "DIALOG_ID=chat29" });
      assert.equal(recordOf(reply)["id"], 29, path);
    }
  });

  it("reads the parameters of v1 chat methods in any case, others only as documented", () => {
    const portal = quietPortal();
    assert.equal(recordOf(call(portal, "imbot.dialog.get", { dialog_id: "chat29" }))["id"], 29);
    const v2 = { botId: 456, botToken: "demo-bot-token", dialogId: "chat240" };
    assert.equal(call(portal, "imbot.v2.Chat.get", v2).status, 200);
    const snake = { BOT_ID: 456, BOT_TOKEN: "demo-bot-token", DIALOG_ID: "chat240" };
    assert.equal(call(portal, "imbot.v2.Chat.get", snake).status, 200);
    const lower = { bot_id: 456, bot_token: "demo-bot-token", dialog_id: "chat240" };
    assert.equal(call(portal, "imbot.v2.Chat.get", lower).json["error"], "BOT_TOKEN_NOT_SPECIFIED");
    assert.equal(call(portal, "method.get", { NAME: "profile" }).json["error"], "ERROR_ARGUMENT");
  });

  it("prefers the body to the query", () => {
    const reply = send(quietPortal(), {
      verb: "POST",
      path: `${base}/im.dialog.get`,
      query: "DIALOG_ID=chat404&method=profile",
      contentType: "application/json",
      body: '{"DIALOG_ID":"chat29"}',
    });
    assert.equal(recordOf(reply)["id"], 29);
  });

  it("takes a broken or scalar JSON body for no parameters", () => {
    for (const body of ["{", "5", '"chat29"', "null", ""]) {
      const reply = send(quietPortal(), {
        verb: "POST",
        path: `${base}/im.dialog.get`,
        contentType: "application/json",
        body,
      });
      assert.equal(reply.json["error"], "DIALOG_ID_EMPTY", body);
    }
  });

  it("ignores the body of other verbs than POST", () => {
    const reply = send(quietPortal(), {
      verb: "PUT",
      path: `${base}/im.dialog.get`,
      contentType: "application/json",
      body: '{"DIALOG_ID":"chat29"}',
    });
    assert.equal(reply.json["error"], "DIALOG_ID_EMPTY");
  });

  it("nests parameters by PHP's brackets", () => {
    const query = "ID[]=5&ID[]=7&ID[k]=1&RESULT_TYPE=array";
    const reply = send(quietPortal(), { verb: "GET", path: `${base}/im.user.list.get`, query });
    const users = resultOf(reply);
    assert.ok(Array.isArray(users));
    assert.deepEqual(
      users.map((who) => asObject(who)["id"]),
      [5, 7, 1],
    );
  });
});

describe("Replies of the portal", () => {
  it("escape like PHP: tags, quotes, slashes and everything outside of ASCII", () => {
    const { text } = call(quietPortal(), "imbot.dialog.get", { DIALOG_ID: "chat280" });
    assert.ok(
      text.includes("\\u003Cimg src=x onerror=alert(1)\\u003E \\u0026 \\u0022quotes\\u0022"),
    );
    assert.ok(text.includes("[\\/b]"));
    const emoji = call(quietPortal(), "imbot.dialog.get", { DIALOG_ID: "chat281" }).text;
    assert.ok(emoji.includes("\\ud83d\\udc68\\u200d\\ud83d\\udc69"));
    assert.ok(/^[\x20-\x7e]*$/.test(emoji), "one line of ASCII");
    assert.ok(call(quietPortal(), "im.dialog.get").text.includes("Dialog ID can\\u0027t be empty"));
  });

  it("write an empty map, and a map with keys from 0 on, as a list", () => {
    const portal = quietPortal();
    const batch = call(portal, "batch", { cmd: { 0: "server.time", 1: "scope" } });
    const parts = recordOf(batch);
    assert.ok(Array.isArray(parts["result"]));
    assert.deepEqual(parts["result_error"], []);
    assert.equal(asObject(recordOf(call(portal, "im.counters.get"))["CHAT"])["29"], 2);
    assert.deepEqual(recordOf(call(portal, "im.counters.get"))["CHAT_UNREAD"], []);
    assert.deepEqual(resultOf(call(portal, "im.search.user.list", { FIND: "nobody at all" })), []);
  });

  it("carry the portal's headers", () => {
    const { headers } = call(quietPortal(), "profile");
    assert.equal(headers["Content-Type"], "application/json; charset=utf-8");
    assert.equal(headers["Access-Control-Allow-Origin"], "*");
    assert.equal(headers["X-Content-Type-Options"], "nosniff");
    assert.match(headers["X-Bitrix-Rest-Time"] ?? "", /^\d+\.\d{10}$/);
  });

  it("tell the time at the portal's offset, starting on a whole second", () => {
    const { json } = call(quietPortal({ clock: () => noon + 530 }), "server.time");
    assert.equal(json["result"], "2026-03-17T12:00:00+02:00");
    assert.deepEqual(json["time"], {
      start: noon / 1000,
      finish: noon / 1000 + 0.534,
      duration: 0.534,
      processing: 0,
      date_start: "2026-03-17T12:00:00+02:00",
      date_finish: "2026-03-17T12:00:00+02:00",
      operating_reset_at: noon / 1000 + 600,
      operating: 0,
    });
  });

  it("are the same for the same clock and the same requests", () => {
    const ask = () => {
      const portal = quietPortal();
      return ["chat29", "77", "chat282", "sg14"].map(
        (id) => call(portal, "imbot.dialog.get", { DIALOG_ID: id }).text,
      );
    };
    assert.deepEqual(ask(), ask());
  });

  it("answer a preflight with the headers alone", () => {
    const reply = send(quietPortal(), { verb: "OPTIONS", path: `${base}/profile` });
    assert.equal(reply.status, 200);
    assert.equal(reply.text, "");
    assert.equal(reply.headers["Access-Control-Allow-Headers"], "origin, content-type, accept");
  });

  it("show a page for the portal's own addresses and 404 for all others", () => {
    const page = send(quietPortal(), { verb: "GET", path: "/crm/deal/details/88/<b>" });
    assert.equal(page.status, 200);
    assert.match(page.headers["Content-Type"] ?? "", /^text\/html/);
    assert.ok(page.text.includes("/crm/deal/details/88/") && !page.text.includes("<b>"));
    const missing = send(quietPortal(), { verb: "GET", path: "/nowhere" });
    assert.equal(missing.status, 404);
    assert.match(missing.headers["Content-Type"] ?? "", /^text\/html/);
  });
});
