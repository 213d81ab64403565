import assert from "node:assert/strict";
import { eventually } from "../support/eventually";
import { usePortal } from "../support/portalUnderTest";
import { hovered, linked } from "../support/providers";
import { closeAllTabs, untitled } from "../support/tabs";

describe("Long documents", () => {
  const portal = usePortal(1);

  afterEach(closeAllTabs);

  it("have 1 MB in one line, whose ids are seen around the pointer alone", async () => {
    const data = "a=b(c,'d');".repeat(45_000);
    const content = `${data}chat29;${data}\nDIALOG_ID=chat210`;
    const document = await untitled(content);
    await eventually(async () => {
      assert.deepEqual(await hovered(document), ["chat29"]);
    });
    assert.deepEqual(
      (await linked(document)).map(({ range }) => document.getText(range)),
      ["chat210"],
    );
  });

  it("hold 50,000 DIALOG_IDs, each a link to its dialog", async () => {
    const content = Array.from({ length: 50_000 }, (_, id) => `chat${id + 1}`).join("\n");
    const document = await untitled(content);
    const links = await eventually(async () => {
      const found = await linked(document);
      assert.equal(found.length, 50_000);
      return found;
    });
    assert.equal(links.at(-1)?.tooltip, "Inspect chat50000");
    assert.deepEqual(portal.emulator.requests, []);
  });
});
