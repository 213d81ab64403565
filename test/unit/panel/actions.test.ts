import assert from "node:assert/strict";
import { allCauses, allRemedies, causes } from "../../../src/core/diagnosis/causes";
import { commandIds, innerCommandIds, treeCommandIds } from "../../../src/ids";
import type { PortalRecord } from "../../../src/core/portal/portalRecord";
import {
  callOf,
  commandAction,
  isCommandAction,
  isPageAction,
  commandActions,
  pageLooks,
  remedyAction,
  remedyActions,
} from "../../../src/panel/view/actions";
import { failureRow } from "../../../src/panel/view/failureRow";
import { failureOf } from "../support/diagnosis";
import { inEachLanguage } from "../text/support/languages";

const panelActionIds = [...Object.keys(commandActions), ...Object.keys(pageLooks)];

const portal: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  readsWithoutAsking: false,
};

const known = new Set<string>([
  ...Object.values(commandIds),
  ...Object.values(treeCommandIds),
  ...Object.values(innerCommandIds),
  "workbench.action.openSettings",
]);

describe("Whatever is shown is done:", () => {
  for (const cause of allCauses) {
    it(`the buttons of ${cause}, on a page and in a row`, () => {
      const { remedies } = causes[cause];
      assert.ok(remedies.length > 0);
      for (const { id, label } of remedyActions(remedies, "29")) {
        assert.ok(isPageAction(id) || isCommandAction(id), id);
        assert.notEqual(label, "");
        if (isPageAction(id)) continue;
        const call = callOf(id, { portalId: "p1", dialogId: "29", newOrigin: "https://n.example" });
        assert.ok(known.has(call.command), `${id}: ${call.command}`);
        assert.doesNotMatch(JSON.stringify(call.arguments), /undefined/);
      }
      const failure = failureOf({ kind: "timedOut", host: "portal.example", afterMs: 1 });
      const row = failureRow(
        { ...failure, diagnosis: { ...failure.diagnosis, remedies, cause } },
        portal,
      );
      const { click } = row;
      assert.ok(typeof click === "string" || known.has(click.command), JSON.stringify(click));
      assert.equal(row.label, remedyAction(row.remedies[0] ?? "retry", "").label);
      assert.ok(row.remedies.includes("retry"));
    });
  }

  it("a page knows every action by name, and none twice", () => {
    assert.equal(new Set(panelActionIds).size, panelActionIds.length);
    for (const remedy of allRemedies) {
      assert.ok(panelActionIds.includes(remedyAction(remedy, "29").id), remedy);
    }
  });
});

inEachLanguage((language) => {
  it("has a label of its own for each button of a command", () => {
    const labels = panelActionIds
      .filter(isCommandAction)
      .map((id) => commandAction(id, { dialogId: "29" }).label);
    assert.equal(new Set(labels).size, labels.length);
    for (const label of labels) {
      assert.doesNotMatch(label, /\{\d\}|undefined/);
      assert.match(label, language === "English" ? /^[A-Z]/ : /^[А-ЯЁ]/);
    }
  });
});
