import { inspect } from "../support/commands";
import { usePortal } from "../support/portalUnderTest";
import { withRequestTimeout } from "../support/settings";
import { showsTabs } from "../support/tabs";

describe("The limit of time for replies", () => {
  const portal = usePortal();

  for (const written of [0, -5, "soon", "20", 1e12, 1.0005, true, [30], {}]) {
    it(`is one that works when the settings say ${JSON.stringify(written)}`, async () => {
      // Long enough that no limit of "at once" would pass.
      portal.emulator.setFault({ name: "latency", ms: 50 });
      await withRequestTimeout(written, () => inspect("chat29"));
      await showsTabs("Delivery bot pilot");
    });
  }

  it("counts at once when it is changed", async () => {
    portal.emulator.setFault({ name: "hang" });
    // With the limit of the default settings the test would end before the request.
    await withRequestTimeout(1, () => inspect("chat30"));
    await showsTabs("Chat 30");
  });
});
