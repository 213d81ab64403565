import assert from "node:assert/strict";
import { queryString } from "../../../../src/core/portal/queryString";

describe("Parameters in a query", () => {
  for (const [params, query] of [
    [{}, ""],
    [{ DIALOG_ID: "chat29" }, "DIALOG_ID=chat29"],
    [{ DIALOG_ID: "crm|DEAL|88" }, "DIALOG_ID=crm%7CDEAL%7C88"],
    [{ ID: 5, LIMIT: 50 }, "ID=5&LIMIT=50"],
    [{ FIND: "a&b=c #1 +é" }, "FIND=a%26b%3Dc%20%231%20%2B%C3%A9"],
    [{ SKIP_CHAT: true, SKIP_OPENLINES: false }, "SKIP_CHAT=Y&SKIP_OPENLINES=N"],
    [{ ID: [5, 7] }, "ID[0]=5&ID[1]=7"],
    [{ FILTER: { ACTIVE: "Y", "A&B": [1] } }, "FILTER[ACTIVE]=Y&FILTER[A%26B][0]=1"],
    [{ none: null, missing: undefined, empty: [] }, ""],
    [{ "A&B": "" }, "A%26B="],
  ] as const) {
    it(`are written as PHP reads them: ${query}`, () => {
      assert.equal(queryString(params), query);
    });
  }
});
