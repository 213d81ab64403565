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
  printers,
  type EventSample,
} from "../../../support/botEvents";
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
        assert.deepEqual(reading.repeated, []);
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
    assert.equal(states["data.PARAMS.CHAT_ID"], "missing");
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
      ..."access_token refresh_token application_token client_id CLIENT_ID botToken BOT_TOKEN AUTH_ID".split(
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
