import assert from "node:assert/strict";
import { readEvents, type EventReading } from "../../../../../src/core/dialog/events/eventReading";
import { formBodyOf } from "../../../../../src/core/dialog/events/eventFixture";
import { whatHappened } from "../../../../../src/text/botEvents";
import {
  eventSecrets,
  fetchedReply,
  fetchedSamples,
  newHandlerSample,
  oldSamples,
  type EventSample,
} from "../../../support/botEvents";
import { printers } from "../../../support/eventPrinters";
import { fc } from "../../../support/generated";
import { assertGrowsLinearly } from "../../../support/growth";

function only(text: string): EventReading {
  const [reading, another] = readEvents(text);
  assert.ok(reading !== undefined, "no event was found");
  assert.equal(another, undefined);
  return reading;
}

function assertRead(reading: EventReading, sample: EventSample): void {
  assert.equal(whatHappened(reading), sample.heading);
  assert.equal(reading.dialog.chat?.dialogId, sample.chat);
  assert.equal(reading.dialog.asSent, sample.asSent);
  assert.deepEqual(reading.bots, [{ id: "456", code: "helper" }]);
  assertNoSecret(reading);
}

/** Neither in what is shown nor in what is taken along. */
function assertNoSecret(reading: EventReading): void {
  const shown = JSON.stringify(reading);
  for (const secret of Object.values(eventSecrets)) assert.ok(!shown.includes(secret), secret);
}

describe("A pasted event", () => {
  for (const sample of [...oldSamples, newHandlerSample]) {
    for (const [form, print] of Object.entries(printers)) {
      it(`is read from ${form}: ${sample.name}`, () => {
        const reading = only(print(sample.event));
        assertRead(reading, sample);
        assert.equal(reading.isCut, false);
        assert.deepEqual([reading.isDoubtful, reading.repeated], [false, []]);
        assert.equal(reading.delivery, "handler");
        assert.equal(reading.domain, "example.bitrix24.com");
        assert.equal(reading.sentAt?.iso, "2026-03-16T17:41:58.000Z");
        const odd = reading.keys.filter(({ state }) => state !== "there");
        assert.deepEqual(odd, []);
      });
    }
  }

  it("is read from a reply of Event.get, one after the other", () => {
    for (const text of [JSON.stringify(fetchedReply), JSON.stringify(fetchedReply.result.events)]) {
      const readings = readEvents(text);
      assert.equal(readings.length, fetchedSamples.length);
      for (const [index, reading] of readings.entries()) {
        const sample = fetchedSamples[index];
        assert.ok(sample !== undefined);
        assertRead(reading, sample);
        assert.equal(reading.delivery, "fetch");
        assert.deepEqual(
          reading.keys.filter(({ state }) => state !== "there"),
          [],
        );
      }
    }
  });

  it("is read without its name, from what somebody printed of its data", () => {
    const [sample] = oldSamples;
    assert.ok(sample !== undefined);
    const reading = only(
      printers["print_r"]?.(sample.event["data"] as object & typeof sample.event) ?? "",
    );
    assert.equal(reading.kind, undefined);
    assert.equal(reading.generation, 1);
    assert.equal(reading.dialog.chat?.dialogId, "chat1407");
    assert.equal(whatHappened(reading), "The data of an event, without its name.");
  });

  it("is not found in other texts", () => {
    for (const text of ["", "chat29", "ONIMBOTMESSAGEADD", '{"result":true}', "[DIALOG_ID] => 5"]) {
      assert.deepEqual(readEvents(text), [], text);
    }
  });
});

describe("A pasted event that is not whole", () => {
  const [sample] = oldSamples;
  assert.ok(sample !== undefined);

  it("is cut where the body of a request ends before its end", () => {
    const body = printers["a body"]?.(sample.event) ?? "";
    const cuts = ["BOT_CODE", "MESSAGE_ID", "ts=", "auth%5B", ""].map((key) =>
      key === "" ? body : body.slice(0, body.lastIndexOf(key) + 3),
    );
    assert.deepEqual(
      cuts.map((text) => only(text).isCut),
      [true, true, false, false, false],
    );
  });

  it("says that it is cut, and what it still knows", () => {
    for (const [form, print] of Object.entries(printers)) {
      if (/body|curl|Django|Express/.test(form)) continue;
      const whole = print(sample.event);
      const reading = only(whole.slice(0, whole.indexOf("FIRST_NAME")));
      assert.equal(reading.isCut, true, form);
      assert.equal(reading.dialog.chat?.dialogId, "chat1407", form);
      assertNoSecret(reading);
    }
  });

  it("names keys that are missing, of another case, type or form", () => {
    const event = {
      event: "ONIMBOTMESSAGEADD",
      data: {
        BOT: { "456": { BOT_ID: "456" } },
        PARAMS: { dialog_id: "27", MESSAGE_ID: 84331, MESSAGE: "", FROM_USER_ID: "27" },
      },
      ts: "1773682918",
      auth: { domain: "example.bitrix24.com", member_id: "0" },
    };
    const states = Object.fromEntries(
      only(JSON.stringify(event)).keys.map(({ path, state }) => [path, state]),
    );
    assert.equal(states["data.PARAMS.DIALOG_ID"], "otherCase");
    assert.equal(states["data.PARAMS.MESSAGE_ID"], "otherType");
    assert.equal(states["data.PARAMS.TO_CHAT_ID"], "missing");
    assert.equal(states["auth.application_token"], "missing");
    assert.equal(states["data.PARAMS.MESSAGE"], "there");
  });

  it("says that a DIALOG_ID is none, and that names and data are of two generations", () => {
    const event = {
      event: "ONIMBOTMESSAGEADD",
      data: { PARAMS: { DIALOG_ID: "room 5" }, chat: { dialogId: "chat29" } },
    };
    const states = only(JSON.stringify(event)).keys.map(({ path, state }) => `${path} ${state}`);
    assert.ok(states.includes("data.PARAMS.DIALOG_ID noDialogId"));
    assert.ok(states.includes("data.chat otherGeneration"));
  });
});

describe("A message in a pasted event", () => {
  const hostile = [
    'x"}}} {"event":"ONIMBOTDELETE","data":{"BOT_ID":"9"}}',
    "event=ONIMBOTDELETE&data[BOT_ID]=9&data[PARAMS][DIALOG_ID]=chat666",
    "x'), 'DIALOG_ID' => 'chat666', ('",
    '"]=> string(7) "chat666"',
    "$(command) [x](command:y) <img src=x onerror=1> \u202Efdp.exe",
    "line\n[DIALOG_ID] => chat666\n)",
  ];
  const [sample] = oldSamples;
  assert.ok(sample !== undefined);
  const data = sample.event["data"] as Record<string, Record<string, unknown>>;

  for (const [form, print] of Object.entries(printers)) {
    // What escapes nothing cannot be told from keys by anybody.
    if (/decoded|one name|curl|one line|without line breaks|that was escaped|Express/.test(form))
      continue;
    it(`is text in ${form}, whatever it looks like`, () => {
      for (const text of hostile) {
        const params = { ...data["PARAMS"], MESSAGE: text };
        const reading = only(print({ ...sample.event, data: { ...data, PARAMS: params } }));
        assert.equal(reading.kind, "messageAdd", text);
        assert.equal(reading.dialog.chat?.dialogId, "chat1407", text);
        assert.equal(reading.dialog.asSent, "27", text);
        assert.equal(reading.message.text, text);
      }
    });
  }
});

describe("A message that looks like keys, in a form that escapes nothing", () => {
  const [sample] = oldSamples;
  assert.ok(sample !== undefined);
  const data = sample.event["data"] as Record<string, Record<string, unknown>>;
  /** Keys stand there when an event is printed. */
  const key = " ".repeat(20);
  const end = `\n${" ".repeat(16)})\n\n        )\n\n)\n`;
  const printed = (form: string, message: string): EventReading => {
    const params = { ...data["PARAMS"], MESSAGE: message };
    const text = printers[form]?.({ ...sample.event, data: { ...data, PARAMS: params } }) ?? "";
    const [reading] = readEvents(text);
    assert.ok(reading !== undefined);
    return reading;
  };

  const cases: readonly (readonly [form: string, message: string, chats: readonly string[]])[] = [
    ["print_r", `x\n${key}[DIALOG_ID] => chat666`, ["chat1407", "chat666"]],
    ["print_r", `x\n${key}[CHAT_ID] => 666`, ["chat666", "chat1407"]],
    ["print_r", `x\n${key}[TO_CHAT_ID] => 666`, ["chat1407", "chat666"]],
    ["print_r on one line", "x [TO_CHAT_ID] => 666", ["chat1407", "chat666"]],
    ["print_r on one line", "x [CHAT_ID] => 666", ["chat666", "chat1407"]],
    ["a body that was decoded", "x&data[PARAMS][DIALOG_ID]=chat666", ["chat1407", "chat666"]],
    ["a body, one name on a line", "x\ndata[PARAMS][CHAT_ID]=666", ["chat666", "chat1407"]],
  ];
  for (const [form, message, chats] of cases) {
    it(`names each chat that it may be: ${form}, ${JSON.stringify(message.trim())}`, () => {
      const { dialog } = printed(form, message);
      assert.equal(dialog.chat, undefined);
      assert.deepEqual(dialog.rivals.map(({ dialogId }) => dialogId).sort(), [...chats].sort());
    });
  }

  it("is doubted when the dump goes on behind its end, or text stands between keys", () => {
    for (const message of [
      `x\n${key}[DIALOG_ID] => chat666\n${key}[CHAT_ID] => 666${end}`,
      `x\n      [DIALOG_ID] => chat666`,
      `x\n${" ".repeat(16)})\nDIALOG_ID chat666`,
    ])
      assert.equal(printed("print_r", message).isDoubtful, true, message);
    assert.equal(printed("print_r on one line", "x ) ) ) [A] => ").isDoubtful, true);
  });

  it("is not doubted for a message that merely goes on", () => {
    for (const message of ["a\nb", "a => b", "a [b] c (d)", "1) one\n2) two", "\n\n"])
      assert.equal(printed("print_r", message).isDoubtful, false, message);
  });
});

describe("Several pasted events", () => {
  const chats = (text: string): readonly (string | undefined)[] =>
    readEvents(text).map(({ dialog }) => dialog.chat?.dialogId);
  const [inPrivate, inGroup] = oldSamples;
  assert.ok(inPrivate !== undefined && inGroup !== undefined);

  for (const [form, print] of Object.entries(printers)) {
    it(`are read one after the other: ${form}`, () => {
      const text = `${print(inPrivate.event)}\n${print(inGroup.event)}\n`;
      assert.deepEqual(chats(text), ["chat1407", "chat29"]);
    });
  }

  it("are read in whatever forms they come", () => {
    const body = printers["a body"]?.(inPrivate.event) ?? "";
    const text = `${body}\n${JSON.stringify(inGroup.event)}\n${body}\n`;
    assert.deepEqual(chats(text), ["chat1407", "chat29", "chat1407"]);
  });
});

describe("The portal of a pasted event", () => {
  const domains: Readonly<Record<string, string>> = {
    "EXAMPLE.bitrix24.com": "example.bitrix24.com",
    "https://example.bitrix24.com/": "example.bitrix24.com",
    "портал.example": "xn--80awhdgm.example",
    "xn--80awhdgm.example": "xn--80awhdgm.example",
    "[::1]:8080": "[::1]:8080",
    "box.local": "box.local",
    "192.168.0.5": "192.168.0.5",
    "box.example/portal": "box.example/portal",
    // No host: not the active portal's either.
    "user:password@example.bitrix24.com": "user:password@example.bitrix24.com",
    "<b>x</b>": "<b>x</b>",
  };
  for (const [written, read] of Object.entries(domains)) {
    it(`is ${read}, written ${written}`, () => {
      const event = { ...oldSamples[0]?.event, auth: { DOMAIN: written } };
      const data = { PARAMS: { DIALOG_ID: "27" } };
      assert.equal(only(JSON.stringify({ ...event, data })).domain, read);
    });
  }
});

describe("Secrets of a pasted event", () => {
  it("are named by their keys and their places", () => {
    const [sample] = oldSamples;
    const { secrets } = only(JSON.stringify(sample?.event));
    assert.deepEqual(
      [...new Set(secrets.map(({ key }) => key))],
      ["access_token", "refresh_token", "application_token", "client_id"],
    );
    assert.ok(secrets.some(({ path }) => path === "data.BOT.456.AUTH.access_token"));
  });

  it("are blacked out in the query of an address, too", () => {
    const url =
      "https://bot.example/?CLIENT_ID=abcdefgh1234 https://x.bitrix24.com/rest/im.x?auth=tok12345&x=1";
    const { body, fixture } = only(JSON.stringify({ ...oldSamples[0]?.event, url }));
    for (const shown of [body, fixture])
      assert.doesNotMatch(JSON.stringify(shown), /abcdefgh1234|tok12345/);
    assert.match(JSON.stringify(body), /x\.bitrix24\.com\/rest\/im\.x\?auth=\*\*\*&x=1/);
  });

  for (const [and, is] of [
    ["&amp;", "="],
    ["&#38;", "&#61;"],
    ["%26", "%3D"],
    ["%3F", "%3D"],
    ["%2526", "%253d"],
    ["\\u0026", "\\u003d"],
  ] as const) {
    it(`are blacked out behind ${and} and ${is}`, () => {
      const url = `https://x.bitrix24.com/rest/im.x?a=1${and}auth${is}tok12345${and.replace("3F", "26")}x${is}1`;
      const { body, fixture } = only(JSON.stringify({ ...oldSamples[0]?.event, url }));
      for (const shown of [body, fixture]) assert.doesNotMatch(JSON.stringify(shown), /tok12345/);
      assert.equal(body["url"], url.replace("tok12345", "***"));
    });
  }

  it("do not survive, wherever they stand and whatever is around them", () => {
    const secret = fc
      .string({
        minLength: 8,
        maxLength: 40,
        unit: fc.constantFrom(...Array.from("abcdef0123456789.-_")),
      })
      .filter((text) => /[a-f]/.test(text) && !/^(?:custom|test|data|event)/.test(text))
      .map((text) => `S${text}`);
    const key = fc.constantFrom(
      ..."access_token refresh_token application_token client_id CLIENT_ID botToken BOT_TOKEN AUTH_ID Access_Token ACCESS_TOKEN accessToken clientId auth urlDownload".split(
        " ",
      ),
    );
    const print = fc.constantFrom(...Object.values(printers));
    fc.assert(
      fc.property(secret, key, print, fc.string(), (hidden, name, printed, around) => {
        const [sample] = oldSamples;
        const event = {
          ...sample?.event,
          auth: { domain: "example.bitrix24.com", [name]: hidden },
          other: {
            [name]: hidden,
            text: `${around.replace(/[\W_]/g, "")} ${hidden} https://example.bitrix24.com/rest/1/${hidden.replace(/\W/g, "0").toLowerCase()}/`,
          },
        };
        const readings = readEvents(printed(event));
        assert.equal(readings.length, 1);
        assert.ok(!JSON.stringify(readings).includes(hidden));
        assert.ok(!formBodyOf(readings[0]?.fixture).includes(hidden));
      }),
    );
  });
});

describe("A fixture of a pasted event", () => {
  it("has no name and no secret, and the same ids, from every printed form", () => {
    const letters = fc.constantFrom(
      ...Array.from("abcdefXYZабвЯ0123456789-'.+*?|()[]{}$^\\/&=<> "),
    );
    const word = fc
      .string({ minLength: 2, maxLength: 20, unit: letters })
      .map((text) => text.trim())
      .filter((text) => text.length > 1 && /[\p{L}\d]/u.test(text));
    // Some look like what is no name elsewhere in the event.
    const name = fc.oneof(word, fc.constantFrom("chat29x", "CRM", "DEAL", "echo", "456", "Person"));
    const forms = Object.entries(printers).filter(
      // A name may have in it what these leave as it is.
      ([form]) => !/decoded|one name|curl|print_r|that was escaped|Express/.test(form),
    );
    fc.assert(
      fc.property(name, name, fc.constantFrom(...forms), (person, title, [, print]) => {
        fc.pre(person.toLowerCase() !== title.toLowerCase());
        const { event = {} }: Partial<EventSample> = oldSamples[1] ?? {};
        const data = event["data"] as Record<string, object>;
        const PARAMS = {
          ...data["PARAMS"],
          CHAT_TITLE: title,
          MESSAGE: `to ${person} / ${title} / https://example.bitrix24.com/`,
          MESSAGE_ORIGINAL: "",
        };
        const USER = { ID: "27", NAME: person };
        const reading = only(print({ ...event, data: { ...data, PARAMS, USER } }));
        const { fixture } = reading;
        const text = JSON.stringify(fixture);
        for (const secret of Object.values(eventSecrets)) assert.ok(!text.includes(secret), secret);
        const { PARAMS: params, USER: user } = fixture["data"] as Record<
          string,
          Record<string, string>
        >;
        assert.deepEqual([params?.["CHAT_TITLE"], user?.["NAME"]], ["Chat 29", "Person 27"]);
        assert.equal(params?.["MESSAGE"], "to Person 27 / Chat 29 / https://example.bitrix24.com/");
        const again = only(text);
        assert.deepEqual(again.bots, reading.bots);
        assert.deepEqual(again.dialog, { ...reading.dialog, title: "Chat 29" });
        assert.deepEqual([again.person.id, again.message.id], ["27", "84331"]);
        assert.deepEqual(again.keys, reading.keys);
      }),
    );
  });

  it("has no name with a Turkish letter left, in capitals or not", () => {
    for (const name of ["\u0130rem", "irem", "I\u015f\u0131k", "\u0130REM"]) {
      const written = [name, name.toLocaleUpperCase("tr"), name.toLocaleLowerCase("tr")];
      const PARAMS = {
        DIALOG_ID: "chat29",
        MESSAGE: `${written.join(", ")}, ${name.toLowerCase()}`,
      };
      const data = { PARAMS, USER: { ID: "27", NAME: name } };
      const { fixture } = only(JSON.stringify({ event: "ONIMBOTMESSAGEADD", data }));
      assert.match(JSON.stringify(fixture), /"MESSAGE":"(?:Person 27, ){3}Person 27"/, name);
    }
  });

  it("keeps the server of tokens, and no address of a file", () => {
    const event = {
      event: "ONIMBOTMESSAGEADD",
      data: {
        PARAMS: {
          DIALOG_ID: "chat29",
          MESSAGE: "see https://northwind.bitrix24.example/crm/deal/88/",
          FILES: {
            "301": {
              id: "301",
              name: "Tom Ode.pdf",
              extension: "pdf",
              urlDownload: "https://northwind.bitrix24.example/download?token=abcdef123456",
            },
          },
        },
      },
      auth: {
        domain: "northwind.bitrix24.example",
        client_endpoint: "https://northwind.bitrix24.example/rest/",
        server_endpoint: "https://oauth.bitrix.info/rest/",
      },
    };
    const reading = only(JSON.stringify(event));
    assert.ok(!JSON.stringify(reading.body).includes("abcdef123456"));
    const text = JSON.stringify(reading.fixture);
    assert.doesNotMatch(text, /northwind|Tom|Ode|abcdef/);
    assert.match(text, /"server_endpoint":"https:\/\/oauth\.bitrix\.info\/rest\/"/);
    assert.match(text, /"name":"file-301\.pdf"/);
  });

  it("has other tokens, names and another portal, and the same ids", () => {
    const sample = oldSamples[1];
    const reading = only(JSON.stringify(sample?.event));
    const text = JSON.stringify(reading.fixture);
    for (const gone of [...Object.values(eventSecrets), "Tom", "Ode", "Delivery", "Helper"])
      assert.ok(!text.includes(gone), gone);
    const again = only(text);
    assert.equal(whatHappened(again), "Person 27 (27) sent a message in “Chat 29”, chat29.");
    assert.equal(again.message.text, "[USER=456]Person 456[/USER] , where is deal 88?");
    assert.deepEqual(again.bots, reading.bots);
    assert.deepEqual(again.keys, reading.keys);
    const { BOT: bots } = reading.fixture["data"] as {
      BOT: Record<string, Record<string, unknown>>;
    };
    const { access_token: token, AUTH: auth } = bots["456"] ?? {};
    assert.match(String(token), /^sample-access_token-\d+$/);
    assert.equal((auth as Record<string, unknown>)["access_token"], token);
  });

  it("is a body that is read as the same event", () => {
    for (const { event } of [...oldSamples, newHandlerSample]) {
      const { fixture } = only(JSON.stringify(event));
      const body = only(formBodyOf(fixture));
      assert.deepEqual(
        JSON.parse(JSON.stringify(body.fixture)),
        JSON.parse(JSON.stringify(only(JSON.stringify(fixture)).fixture)),
      );
    }
  });
});

describe("Reading pasted events", () => {
  const lines = {
    dates: "[2026-10-03 12:00:00] bot.INFO: nothing new\n",
    JSON: `${JSON.stringify({ level: "info", at: [1, 2], text: "nothing", of: { a: 1 } })}\n`,
  };
  for (const [kind, line] of Object.entries(lines)) {
    for (const [form, print] of Object.entries(printers)) {
      it(`finds an event behind a long log of ${kind}: ${form}`, () => {
        for (const sample of oldSamples.slice(0, 1))
          assertRead(only(line.repeat(8_000) + print(sample.event)), sample);
      });
    }
  }

  it("reads whole events only, when there are more than it reads", () => {
    const { events } = fetchedReply.result;
    for (const [times, least] of [
      [100, 100],
      [2_000, 50],
    ] as const) {
      const many = Array.from({ length: times }, (_each, index) => events[index % events.length]);
      const readings = readEvents(JSON.stringify({ result: { events: many } }));
      assert.ok(readings.length >= least, String(readings.length));
      for (const [index, reading] of readings.entries()) {
        assert.equal(reading.isCut, false);
        const [alone] = readEvents(JSON.stringify([events[index % events.length]]));
        assert.deepEqual(reading.keys, alone?.keys);
      }
    }
  });

  it("takes a message, a name and a title of half a megabyte each", () => {
    const long = "x[".repeat(250_000);
    const PARAMS = { DIALOG_ID: "chat29", CHAT_TITLE: long, MESSAGE: long };
    const data = { PARAMS, USER: { ID: "27", NAME: long } };
    const reading = only(JSON.stringify({ event: "ONIMBOTMESSAGEADD", data }));
    assert.deepEqual([reading.isCut, reading.dialog.title], [false, long]);
  });

  it("throws at nothing", () => {
    const pieces = fc.constantFrom(
      ...'{ } [ ] ( ) => : , = & " \' \\ \n Array( array( string(9)" int( NULL ONIMBOTMESSAGEADD event= data[PARAMS][DIALOG_ID]=27 PARAMS DIALOG_ID __proto__ [BOT]'.split(
        " ",
      ),
    );
    const soup = fc
      .array(fc.oneof(pieces, fc.string()))
      .map((parts) => `ONIMBOT1234${parts.join("")}`);
    fc.assert(
      fc.property(soup, (text) => {
        readEvents(text);
      }),
      { numRuns: 500 },
    );
  });

  for (const piece of [
    "{",
    "[",
    "Array(",
    "array(",
    "{'a':[",
    '"',
    "\\",
    "[a] => Array\n(\n",
    "Array (\n[a] => PARAMS\n)\n",
    "[a] PARAMS ",
    "{} ",
    "event=ONIMBOTX \n",
    "[1]",
    '{"a":"\\n',
    "data[PARAMS][x]=1&",
    "data[",
    "data[PARAMS][",
    "&data[PARAMS][]=1",
    "string(9) ",
    '{"event":"ONIMBOTDELETE","data":{}}',
    "&quot;",
    "' => ",
  ]) {
    it(`takes time as the text grows: ${JSON.stringify(piece)}`, () => {
      assertGrowsLinearly((size) => {
        readEvents(`PARAMS ${piece.repeat(size)}`);
      }, 4_000);
    });
  }
});
