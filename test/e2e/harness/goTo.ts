import { e2e } from "./e2eRun";

/** Moves the cursor of the editor in front: "7:12" is line 7, column 12. */
export async function goTo(position: string): Promise<void> {
  const { vscode } = e2e();
  await vscode.page.keyboard.press("Control+KeyG");
  await vscode.quickInput.shown();
  await vscode.quickInput.type(`:${position}`);
  await vscode.quickInput.row(
    `Press 'Enter' to go to line ${position.replace(":", " at column ")}.`,
  );
  await vscode.quickInput.press("Enter");
  await vscode.quickInput.hidden();
}
