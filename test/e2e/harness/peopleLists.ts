import type { DialogPanel } from "./dialogPanel";
import { eventually } from "./eventually";

/** Who stands in a list: name, id and marks, as they are read on screen. */
export async function peopleIn(panel: DialogPanel, key: string): Promise<readonly string[]> {
  const people = await panel.row(key).locator(".person:not([hidden])").all();
  return Promise.all(
    people.map(async (person) => {
      const parts = person.locator(".person-name, .mark, code");
      // Not the inner text: browsers leave out what is far from view.
      return (await parts.allTextContents()).join(" · ");
    }),
  );
}

/** Waits until a list shows these, written as `peopleIn` does. */
export async function listReads(
  panel: DialogPanel,
  key: string,
  expected: readonly string[],
): Promise<void> {
  await eventually(
    async () => ((await peopleIn(panel, key)).join() === expected.join() ? true : undefined),
    { what: `${key} to list ${expected.join()}` },
  );
}
