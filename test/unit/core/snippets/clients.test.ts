import assert from "node:assert/strict";
import { BotToken } from "../../../../src/core/portal/botToken";
import {
  needsBotToken,
  shownParams,
  type MethodCall,
  type ShownCall,
} from "../../../../src/core/portal/methodCall";
import { readMethods } from "../../../../src/core/portal/readMethods";
import { clientsInOrder, snippetClients, snippetOf } from "../../../../src/core/snippets/clients";
import {
  readOf,
  readsTogether,
  successorsOf,
  type SingleMethod,
} from "../../../../src/core/snippets/reads";
import { speak } from "../../../../src/text/language";
import { russian } from "../../text/support/languages";
import {
  allTexts,
  awkward,
  awkwardText,
  batch,
  batchOfBot,
  client,
  ofBot,
  ofOwner,
  textOf,
} from "../../../snippets/support/calls";

const allMethods = Object.keys(readMethods).filter((method) => method !== "batch");

describe("The clients a call is written for", () => {
  it("are told apart by their ids and labels", () => {
    for (const key of ["id", "label"] as const) {
      const values = snippetClients.map((each) => each[key]);
      assert.equal(new Set(values).size, values.length);
    }
  });

  it("come with the last choice first, then those of the editor's language", () => {
    const ids = clientsInOrder("go", "php").map(({ id }) => id);
    assert.deepEqual(ids.slice(0, 6), ["go", "php", "crest", "b24phpsdk", "restCommand", "curl"]);
    assert.equal(ids.length, snippetClients.length);
  });

  it("keep their order where nothing is known", () => {
    assert.deepEqual(clientsInOrder(undefined, undefined), snippetClients);
    assert.deepEqual(clientsInOrder("gone", "cobol"), snippetClients);
  });

  it("write every read of the product", () => {
    for (const method of allMethods) {
      const call = readOf(method as SingleMethod, {});
      const texts = allTexts(call);
      assert.ok(texts.length > 20, method);
      for (const { name, code } of texts) assert.ok(code.includes(method), `${name}: ${method}`);
    }
  });

  it("write the same whichever language the product speaks", () => {
    const all = (): readonly unknown[] =>
      [ofOwner, ofBot, batch, batchOfBot].map((call) => allTexts(call));
    const english = all();
    speak(russian());
    try {
      assert.deepEqual(all(), english);
    } finally {
      speak(undefined);
    }
  });

  it("say in the first line what has to be set", () => {
    for (const call of [ofOwner, ofBot, batch, batchOfBot]) {
      for (const { name, code } of allTexts(call)) {
        const [first = ""] = code.split("\n");
        assert.match(first, /B24_WEBHOOK|Nothing to set|ПутьВебхука/, name);
        if (needsBotToken(call)) assert.match(first, /B24_BOT_TOKEN|ТокенБота/, name);
        else assert.doesNotMatch(first, /TOKEN|Токен/, name);
      }
    }
  });
});

describe("What a client cannot do", () => {
  const misfits: readonly [client: string, call: ShownCall, why: string][] = [
    ["fastBitrix24", ofBot, "lowersMethodNames"],
    ["bx24js", ofBot, "tokenInPage"],
    ["bx24js", batchOfBot, "tokenInPage"],
    ["restCommand", ofBot, "eventHasNoBotToken"],
    ["http", batchOfBot, "cannotEncodeToken"],
  ];
  for (const [id, call, why] of misfits) {
    it(`is not written: ${client(id).label}, ${why}, ${call.method}`, () => {
      assert.equal(client(id).misfitOf?.(call), why);
      assert.equal(snippetOf(client(id), call, "call"), undefined);
      assert.equal(snippetOf(client(id), call, "program"), undefined);
    });
  }

  it("does not keep it from the other calls", () => {
    for (const each of snippetClients) {
      assert.equal(each.misfitOf?.(ofOwner), undefined, each.id);
      assert.equal(each.misfitOf?.(batch), undefined, each.id);
    }
  });
});

describe("A call that is shown", () => {
  const sentinel = "s3cr3t-sentinel-token";

  it("has a place for the bot's token, and never the token", () => {
    const token = BotToken.parse(sentinel);
    const params = shownParams({ botId: 456, botToken: token, dialogId: "chat29" });
    const call: MethodCall = { method: "imbot.v2.Chat.get", params };
    const together: ShownCall = { method: "batch", calls: { bot: call, owner: ofOwner } };
    for (const shown of [call, together]) {
      assert.ok(needsBotToken(shown));
      assert.ok(!JSON.stringify(shown).includes(sentinel));
      for (const { name, code } of allTexts(shown)) {
        assert.ok(!code.includes(sentinel), name);
        assert.doesNotMatch(code, /\*\*\*/, name);
      }
    }
  });

  it("names the successors of a deprecated method, the owner's first", () => {
    assert.deepEqual(successorsOf("imbot.dialog.get"), ["im.dialog.get", "imbot.v2.Chat.get"]);
    assert.deepEqual(successorsOf("imbot.bot.list"), []);
    assert.equal(successorsOf("im.dialog.get"), undefined);
  });

  it("asks about the dialog, the user and the bot that are known", () => {
    const subject = { dialogId: "chat210", userId: 5, botId: 456 };
    assert.deepEqual(readOf("im.user.get", subject).params, { ID: 5 });
    const { calls } = readsTogether(["im.dialog.get", "im.dialog.users.list"], subject);
    assert.deepEqual(Object.keys(calls), ["im_dialog_get", "im_dialog_users_list"]);
    assert.deepEqual(calls["im_dialog_get"]?.params, { DIALOG_ID: "chat210" });
  });
});

describe("A snippet that nothing here can run", () => {
  it("is right for 1C", () => {
    const lines = textOf("1c", ofBot, "call").split("\n");
    assert.equal(
      lines.find((line) => line.startsWith("Тело")),
      'Тело = "{""botId"": 456, ""botToken"": " + Запись.Закрыть() + ", ""dialogId"": ""chat405""}";',
    );
    assert.ok(lines.includes("ЗаписатьJSON(Запись, ТокенБота);"));
  });

  it("is right for 1C inside a batch, where the token is part of an address", () => {
    assert.match(
      textOf("1c", batchOfBot, "call"),
      /"""imbot\.v2\.Chat\.get\?botId=456&dialogId=chat405&botToken=" \+ КодироватьСтроку\(ТокенБота, СпособКодированияСтроки\.КодировкаURL\) \+ """"/,
    );
  });

  it("is right for PowerShell", () => {
    assert.match(
      textOf("powershell", ofBot, "call"),
      /-Body \('\{"botId": 456, "botToken": ' \+ \(ConvertTo-Json \$env:B24_BOT_TOKEN\) \+ ', "dialogId": "chat405"\}'\)/,
    );
  });

  it("keeps an awkward text in PowerShell, as ASCII in single quotes", () => {
    const quoted = /-Body \('(.*)'\)/.exec(textOf("powershell", awkward, "call"))?.[1] ?? "";
    assert.match(quoted, /^[ -~]*$/);
    assert.doesNotMatch(quoted.replaceAll("''", ""), /'/);
    assert.deepEqual(JSON.parse(quoted.replaceAll("''", "'")), awkward.params);
  });

  it("keeps an awkward text in 1C, on one line", () => {
    const quoted = /Тело = "(.*)";/.exec(textOf("1c", awkward, "call"))?.[1] ?? "";
    assert.doesNotMatch(quoted.replaceAll('""', ""), /"/);
    assert.deepEqual(JSON.parse(quoted.replaceAll('""', '"')), awkward.params);
  });

  it("keeps an awkward text in a .http file, where nothing becomes a variable", () => {
    const [, body = ""] = textOf("http", awkward, "call").split("\n\n");
    assert.doesNotMatch(body, /\{\{/);
    assert.deepEqual(JSON.parse(body), awkward.params);
    assert.ok(awkwardText.includes("{{"));
  });

  it("takes the bot's token of a .http file from the environment", () => {
    assert.ok(
      textOf("http", ofBot, "call").includes('"botToken": "{{$processEnv B24_BOT_TOKEN}}"'),
    );
  });
});

describe("A text in code", () => {
  it("cannot turn the line around or hide in it", () => {
    const call: ShownCall = {
      method: "im.search.chat.list",
      params: { FIND: "a\u202Eb\u2066c\uFEFFd\u0000e" },
    };
    for (const { name, code } of allTexts(call))
      assert.doesNotMatch(code, /[\u202E\u2066\uFEFF\u0000]/, name);
  });

  it("has no half of a character, which most languages could not write", () => {
    const call: ShownCall = { method: "im.search.chat.list", params: { FIND: "half \uD83D" } };
    for (const { name, code } of allTexts(call)) assert.doesNotMatch(code, /ud83d/i, name);
  });
});
