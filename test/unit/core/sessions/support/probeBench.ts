import assert from "node:assert/strict";
import type { DialogSummary } from "../../../../../src/core/dialog/dialogSummary";
import { nothingKnown } from "../../../../../src/core/dialog/dialogSummary";
import type { Page } from "../../../../../src/core/portal/page";
import { CauseFinder, type ProbeState } from "../../../../../src/core/sessions/causeFinder";
import { parseExactDialogId, type DialogRef } from "../../../../../src/core/dialog/dialogId";
import type { DialogReading } from "../../../../../src/core/reads/dialogReader";
import type { PortalFailure } from "../../../../../src/core/portal/portalCaller";
import type { PortalError } from "../../../../../src/core/portal/portalError";
import type { PortalRecord, StoredBot } from "../../../../../src/core/portal/portalRecord";
import type { ReadMethod } from "../../../../../src/core/portal/readMethods";
import { failure, type Result } from "../../../../../src/core/base/result";

type Answer<T> = Result<T, PortalFailure>;

/** What was asked, with the means to answer it. */
export interface Asked<T> {
  readonly about: string;
  readonly signal: AbortSignal;
  readonly answer: (outcome: Answer<T>) => void;
}

export const record: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  scopes: ["im", "imbot"],
  readsWithoutAsking: false,
};

/** Tests whose reads are answered when the test of them says so. */
export class ProbeBench {
  readonly reads: Asked<DialogReading>[] = [];
  readonly pages: Asked<Page<DialogSummary>>[] = [];
  readonly botReads: Asked<DialogReading>[] = [];
  portal: PortalRecord | undefined = record;
  bots: readonly StoredBot[] = [];
  changes = 0;
  /** Of the questions before a bot reads. */
  readonly questions: string[] = [];
  isAgreed = true;

  private agrees(about: string): Promise<boolean> {
    this.questions.push(about);
    return Promise.resolve(this.isAgreed);
  }

  tests(dialogId: string): CauseFinder {
    const tests = new CauseFinder(refOf(dialogId), {
      portal: () => this.portal && { ...this.portal, bots: this.bots },
      reader: {
        dialog: (_portal, ref, signal) => ask(this.reads, ref.dialogId, signal),
        recent: (_portal, offset, limit, signal) => ask(this.pages, `${offset} ${limit}`, signal),
      },
      bots: {
        read: (_portal, ref, botId, signal) =>
          ask(this.botReads, `${botId} ${ref.dialogId}`, signal),
      },
      agrees: (chat, { botId }) => this.agrees(`${botId} ${chat.dialogId}`),
    });
    tests.onDidChange(() => (this.changes += 1));
    return tests;
  }
}

function ask<T>(asked: Asked<T>[], about: string, signal: AbortSignal): Promise<Answer<T>> {
  return new Promise((answer) => {
    asked.push({ about, signal, answer });
  });
}

export function refOf(dialogId: string): DialogRef {
  const ref = parseExactDialogId(dialogId);
  assert.ok(ref !== undefined, `${dialogId} is no DIALOG_ID`);
  return ref;
}

export function stateOf(tests: CauseFinder, id: string): ProbeState {
  const offered = tests.offered.find((candidate) => candidate.id === id);
  assert.ok(offered !== undefined, `no test ${id} is offered`);
  return offered.state;
}

export function refusal(code: string, method = "imbot.dialog.get"): Result<never, PortalFailure> {
  return failed(
    { kind: "refused", host: "portal.example", status: 400, code, description: "" },
    method,
  );
}

export const cancelled = failed({ kind: "cancelled" });

export function failed(
  error: PortalError,
  method = "imbot.dialog.get",
): Result<never, PortalFailure> {
  const exchange = {
    method: method as ReadMethod,
    host: "portal.example",
    status: 400,
    durationMs: 1,
    params: {},
    finishedAtMs: 0,
    time: undefined,
    body: undefined,
  };
  return failure({ error, exchange });
}

/** A page of dialogs that are called after their ids. */
export function pageOf(
  dialogIds: readonly string[],
  nextOffset?: number,
): Result<Page<DialogSummary>, PortalFailure> {
  const items = dialogIds.map((id) => ({ ...nothingKnown(id), title: `Title of ${id}` }));
  return { ok: true, value: { items, nextOffset } };
}
