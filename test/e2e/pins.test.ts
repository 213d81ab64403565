import { e2e } from "./harness/e2eRun";
import { addDemoPortal, inspect, pinsAre, startAnew } from "./harness/steps";

const pilot = "Delivery bot pilot";
const visitor = "Ana via Telegram";
const task = "Task: fix van";

describe("Pins in the sidebar", () => {
  before(async () => {
    await startAnew();
    const { sideBar } = e2e().vscode;
    await sideBar.open("Bitrix24");
    await addDemoPortal();
    for (const dialogId of ["chat230", "chat29", "chat210"]) await (await inspect(dialogId)).read();
    await sideBar.expand("Recently inspected");
    await sideBar.pressInline(pilot, "Pin");
    await pinsAre(pilot);
    await sideBar.pressInline(visitor, "Pin");
    await pinsAre(pilot, visitor);
  });

  it("change places when one is dragged onto another, up or down", async () => {
    const { sideBar } = e2e().vscode;
    await sideBar.drag(visitor, pilot);
    await pinsAre(visitor, pilot);
    await sideBar.drag(visitor, pilot);
    await pinsAre(pilot, visitor);
  });

  it("take in a dialog that is dragged among them from another branch", async () => {
    await e2e().vscode.sideBar.drag(task, visitor);
    await pinsAre(pilot, task, visitor);
  });

  it("have at their end what is dragged onto their heading", async () => {
    await e2e().vscode.sideBar.drag(pilot, "Pinned");
    await pinsAre(task, visitor, pilot);
  });
});
