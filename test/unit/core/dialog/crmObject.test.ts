import assert from "node:assert/strict";
import fc from "fast-check";
import { crmObjectExample, readCrmWords } from "../../../../src/core/dialog/crmObject";
import { readText } from "../../../../src/core/dialog/mentions/readText";
import { assertGrowsLinearly } from "../../support/growth";

/** `DEAL 88`, with the host of a link behind it; "" for a text that names no object. */
function read(text: string): string {
  const object = readText(text).find(({ subject }) => subject.kind === "crmObject");
  if (object?.subject.kind !== "crmObject") return "";
  const { type, id } = object.subject.object;
  return [type, id, ...(object.host === undefined ? [] : [object.host])].join(" ");
}

describe("A CRM object is understood", () => {
  const forms: Readonly<Record<string, readonly string[]>> = {
    "DEAL 88": [
      "deal 88",
      "Deal #88",
      "deal#88",
      "DEAL 88",
      "  deal\u00a0 88  ",
      "deal: 88",
      "deal no. 88",
      "deal id 88",
      "deal id=88",
      "deal № 88",
      "deal 088",
      "DEAL|88",
      "deal|88",
      "crm|DEAL|88",
      "'DEAL|88'",
      "`deal 88`",
      "DEAL%7C88",
      "DEAL%257C88",
      "D_88",
      "сделка 88",
      "Сделка №88",
      "сделка № 88",
      "сделки 88",
      "сделке 88",
      "СДЕЛКА #88",
      "/crm/deal/details/88/",
      "/crm/deal/show/88/?x=1",
    ],
    "LEAD 12": ["lead 12", "лид 12", "Лид №12", "лида 12", "LEAD|12", "L_12"],
    "CONTACT 31": ["contact 31", "контакт 31", "контакта #31", "CONTACT|31", "C_31"],
    "COMPANY 7": ["company 7", "компания 7", "компании №7", "COMPANY|7", "CO_7"],
    "QUOTE 4": ["quote 4", "estimate 4", "QUOTE|4", "предложение 4", "коммерческое предложение 4"],
    "SMART_INVOICE 9": ["invoice 9", "smart invoice 9", "счет 9", "счёт №9", "SMART_INVOICE|9"],
    "ORDER 2": ["order 2", "order #2", "заказ 2", "ORDER|2"],
    "DYNAMIC_1038 5": [
      "DYNAMIC_1038|5",
      "dynamic_1038|5",
      "crm|DYNAMIC_1038|5",
      "dynamic_1038 5",
      "smart process 1038 5",
      "smart-process 1038 5",
      "Smart process 1038, item 5",
      "smart process 1038 item #5",
      "смарт-процесс 1038 5",
      "Смарт-процесс 1038, элемент 5",
      "смарт процесс №1038 элемент №5",
      "/crm/type/1038/details/5/",
    ],
    "DEAL 88 h.example": [
      "https://h.example/crm/deal/details/88/",
      "https://h.example/crm/deal/details/88",
      "https://h.example/crm/deal/show/88/",
      "HTTPS://H.EXAMPLE/CRM/DEAL/DETAILS/88/",
      "https://h.example/crm/deal/details/88/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER#tab",
      "h.example/crm/deal/details/88/",
      "//h.example/crm/deal/details/88/",
      "https://h.example:443/crm/deal/details/88/",
      "https%3A%2F%2Fh.example%2Fcrm%2Fdeal%2Fdetails%2F88%2F",
      "https%253A%252F%252Fh.example%252Fcrm%252Fdeal%252Fdetails%252F88%252F",
      "<https://h.example/crm/deal/details/88/>",
      "https://user:word@h.example/crm/deal/details/88/",
      "https://portal.example@h.example/crm/deal/details/88/",
    ],
    "LEAD 1 h.example:8443": [
      "http://h.example:8443/crm/lead/details/1/",
      "h.example:8443/crm/lead/details/1/",
    ],
    "CONTACT 31 h.example": ["https://h.example/crm/contact/details/31/"],
    "COMPANY 7 h.example": ["https://h.example/crm/company/details/7/"],
    "DYNAMIC_1038 5 h.example": ["https://h.example/crm/type/1038/details/5/"],
  };
  for (const [expected, texts] of Object.entries(forms)) {
    for (const text of texts) {
      it(`in “${text}”`, () => {
        assert.equal(read(text), expected);
      });
    }
  }
});

describe("The beginning of a CRM object's name", () => {
  for (const [text, example] of [
    ["deal", "deal 88"],
    ["Deal abc", "Deal 88"],
    ["lead 0", "lead 88"],
    ["deal #", "deal 88"],
    ["DEAL|", "DEAL 88"],
    ["deal 88 now", "deal 88"],
    ["сделка", "сделка 88"],
    ["Счёт №", "Счёт 88"],
    ["smart  process 1038", "smart process 1038, 5"],
    ["смарт-процесс", "смарт-процесс 1038, 5"],
  ] as const) {
    it(`“${text}” leads to “${example}”, which is understood`, () => {
      assert.equal(crmObjectExample(text), example);
      assert.notEqual(read(example), "");
    });
  }

  for (const text of ["", "abc", "deal 88", "dealer", "deal_x", "лидер", "my deal", "chat29"]) {
    it(`is not “${text}”`, () => {
      assert.equal(crmObjectExample(text), undefined);
    });
  }
});

describe("No CRM object is seen", () => {
  for (const text of [
    "",
    "deal",
    "deal x",
    "deal 0",
    "deal -1",
    "deal 8.5",
    "deal 88 now",
    "my deal 88",
    "deal 99999999999999999999",
    "ideal 88",
    "сделкаж 88",
    "88",
    "#88",
    "chat88",
    "sg12",
    "crm|88",
    "TASK|88",
    "NONE|0",
    "LEAD|12|COMPANY",
    "DYNAMIC_x|5",
    "DYNAMIC_|5",
    "DYNAMIC_0|5",
    "DYNAMIC_1038",
    "smart process 1038",
    "smart process 5 of 1038",
    "https://h.example/",
    "https://h.example/crm/deal/",
    "https://h.example/crm/deal/details/",
    "https://h.example/crm/deal/details/0/",
    "https://h.example/crm/deal/details/x/",
    "https://h.example/crm/deal/details/88/edit/",
    "https://h.example/x/crm/deal/details/88/",
    "https://h.example/online/?IM_DIALOG=chat29",
    "https://h.example/?u=/crm/deal/details/88/",
    "ftp://h.example/crm/deal/details/88/",
    "javascript:/crm/deal/details/88/",
    "https://",
    "%E0%A4%A",
    "deal%zz88",
    `${" ".repeat(1_000)}deal${" ".repeat(5_000)}88`,
  ]) {
    it(`in “${text.slice(0, 60)}”`, () => {
      assert.equal(read(text), "");
    });
  }

  for (const piece of ["deal ", "'", "%25", "smart process ", "1", "/", " :", "https://"]) {
    it(`in time in proportion to the text: “${piece}”…`, () => {
      assertGrowsLinearly((length) => {
        read(piece.repeat(length / piece.length + 1).slice(0, length));
      }, 250);
    });
  }

  it("in generated texts, unless it has a type and an id", () => {
    const words = fc.constantFrom("deal", "сделка", "|", " ", "#", "88", "/crm/", "%7C", "details");
    const texts = fc.oneof(
      fc.string(),
      fc.array(words).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const object = readCrmWords(text);
        if (object === undefined) return;
        const { type, id } = object;
        assert.match(
          type,
          /^(LEAD|DEAL|CONTACT|COMPANY|INVOICE|QUOTE|SMART_INVOICE|ORDER|DYNAMIC_\d+)$/,
        );
        assert.ok(Number.isSafeInteger(id) && id > 0);
      }),
      { seed: 28, numRuns: 2_000 },
    );
  });
});
