import assert from "node:assert/strict";
import { success } from "../../../../src/core/base/result";
import { decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import type { DialogReading } from "../../../../src/core/reads/dialogReader";
import type { PanelPerson } from "../../../../src/panel/protocol/panelView";
import { peoplePageOf } from "../../../../src/panel/view/panelView";
import { inEachLanguage } from "../../text/support/languages";
import { fullRecord } from "../../support/records";
import { readingOf } from "../../support/readings";

const people = {
  state: {
    obstacle: undefined,
    members: { phase: "idle", load: "more", items: [], hasMore: false, failure: undefined },
    memberCount: undefined,
    namesFailure: undefined,
  },
  personOf: () => undefined,
} as const;

function told(managerIds: readonly number[] | undefined): DialogReading {
  const dialog = decodeDialog({ ...fullRecord, owner: 9, manager_list: managerIds }, "chat29");
  assert.ok(dialog.ok);
  return { ...readingOf("Pilot"), dialog: dialog.value };
}

/** The managers as each of two readers gets them, in a word. */
function seen(
  first: readonly number[],
  second: readonly number[] | undefined,
): readonly (readonly string[])[] {
  const outcome = success(told(second));
  const viewer = { kind: "bot", botId: 456 } as const;
  const reading = { ...told(first), counterpart: { viewer, outcome } };
  const subject = {
    state: { phase: "read", reading },
    portal: undefined,
    isDemo: true,
    people,
  } as const;
  const wordOf = ({ userId, marks = [] }: PanelPerson): string => [userId, ...marks].join(" ");
  return ["manager_list", "second.manager_list"].map((key) => {
    const page = peoplePageOf(subject, { key, query: "", from: 0 });
    return page?.people.map(wordOf) ?? [];
  });
}

inEachLanguage((language) => {
  const mark = language === "Russian" ? "только здесь" : "only here";

  describe("People whom two readers get", () => {
    for (const [name, first, second, expected] of [
      [
        "are marked where only one gets them",
        [1, 5],
        [7, 1],
        [
          ["1", `5 ${mark}`],
          [`7 ${mark}`, "1"],
        ],
      ],
      [
        "bear no mark where both get them",
        [1, 5],
        [5, 1],
        [
          ["1", "5"],
          ["5", "1"],
        ],
      ],
      ["are marked where the other gets an empty list", [1], [], [[`1 ${mark}`], []]],
      ["bear no mark where the other gets no such list", [1], undefined, [["1"], []]],
    ] as const) {
      it(name, () => {
        assert.deepEqual(seen(first, second), expected);
      });
    }
  });
});
