import type { ListReader } from "../reads/listReader";
import type { BotReader } from "../reads/botReader";
import type { DialogReading } from "../reads/dialogReader";
import type { DialogRef } from "../dialog/dialogId";
import { Emitter, type Disposable } from "../base/lifecycle";
import { orFault } from "../portal/extensionFault";
import type { PortalFailure, PortalResult } from "../portal/portalCaller";
import type { PortalRecord, StoredBot } from "../portal/portalRecord";
import { failure, success, type Result } from "../base/result";
import {
  chatMeantBy,
  conclude,
  findingOfBotRead,
  findingOfRead,
  type Conclusion,
  type Finding,
} from "./probeFindings";
import { lookAmongRecent } from "./recentLookup";

/** A read that tells more about a dialog that was refused. None of them changes the portal unasked. */
export type Probe =
  /** A bare number was asked for: its chat may have been meant. */
  | { readonly kind: "asChat"; readonly chat: DialogRef }
  | { readonly kind: "recentDialogs" }
  | { readonly kind: "bot"; readonly chat: DialogRef; readonly bot: StoredBot };

export interface CauseFinderServices {
  /** As it is now; `undefined` once it was removed. */
  readonly portal: () => PortalRecord | undefined;
  readonly reader: Pick<ListReader, "dialog" | "recent">;
  readonly bots: Pick<BotReader, "read">;
  /** Whether the user agrees that a bot reads: a thread, which this may be, takes it in. */
  readonly agrees: (chat: DialogRef, bot: StoredBot) => Promise<boolean>;
}

export type ProbeState =
  | { readonly phase: "ready" }
  | { readonly phase: "running" }
  | { readonly phase: "done"; readonly finding: Finding };

export interface OfferedProbe {
  readonly id: string;
  readonly probe: Probe;
  readonly state: ProbeState;
  /** The scope that the webhook lacks for it. */
  readonly missingScope: "im" | undefined;
}

const ready: ProbeState = { phase: "ready" };

/** The probes for one dialog that the portal refused, each run when it is asked for. */
export class CauseFinder implements Disposable {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly states = new Map<string, ProbeState>();
  private readonly running = new Map<string, AbortController>();

  constructor(
    private readonly ref: DialogRef,
    private readonly services: CauseFinderServices,
  ) {}

  get offered(): readonly OfferedProbe[] {
    return this.probes().map((probe) => {
      const id = idOf(probe);
      const missingScope =
        probe.kind === "recentDialogs" && this.lacksMessengerScope ? "im" : undefined;
      return { id, probe, state: this.states.get(id) ?? ready, missingScope };
    });
  }

  /** Lists and search need a scope that reading a dialog can do without. */
  get lacksMessengerScope(): boolean {
    return this.services.portal()?.scopes?.includes("im") === false;
  }

  /** A bot would tell more, and none is stored. */
  get wantsBot(): boolean {
    return chatMeantBy(this.ref) !== undefined && this.bots.length === 0;
  }

  get conclusion(): Conclusion | undefined {
    const runnable = this.offered.filter(({ missingScope }) => missingScope === undefined);
    const findings = runnable.flatMap(({ state }) =>
      state.phase === "done" ? [state.finding] : [],
    );
    return conclude(this.ref, findings, findings.length === runnable.length);
  }

  /** Runs a probe, or runs it again. One that is running already goes on. */
  async run(id: string): Promise<void> {
    const offered = this.offered.find((candidate) => candidate.id === id);
    if (offered === undefined || offered.missingScope !== undefined) return;
    if (this.running.has(id)) return;
    const running = new AbortController();
    this.running.set(id, running);
    this.become(id, { phase: "running" });
    const finding = await this.find(offered.probe, running.signal);
    if (this.running.get(id) !== running) return;
    this.running.delete(id);
    this.become(id, finding === undefined ? ready : { phase: "done", finding });
  }

  /** Runs every probe that was not run yet, all at once. */
  async runAll(): Promise<void> {
    const left = this.offered.filter(({ state }) => state.phase === "ready");
    await Promise.all(left.map(({ id }) => this.run(id)));
  }

  /** Whether probes are still to be run. */
  get hasMore(): boolean {
    return this.offered.some(
      ({ state, missingScope }) => state.phase === "ready" && missingScope === undefined,
    );
  }

  cancel(id: string): void {
    this.running.get(id)?.abort();
  }

  /** The dialog is read anew: what was found belongs to the refusal before. */
  reset(): void {
    const running = [...this.running.values()];
    this.running.clear();
    this.states.clear();
    for (const probe of running) probe.abort();
  }

  dispose(): void {
    this.reset();
    this.changed.dispose();
  }

  private get bots(): readonly StoredBot[] {
    return this.services.portal()?.bots ?? [];
  }

  private probes(): readonly Probe[] {
    const { ref } = this;
    const chat = chatMeantBy(ref);
    if (chat === undefined) return [];
    return [
      ...(ref.form === "user" ? [{ kind: "asChat", chat } as const] : []),
      { kind: "recentDialogs" },
      ...this.bots.map((bot) => ({ kind: "bot", chat, bot }) as const),
    ];
  }

  private async find(probe: Probe, signal: AbortSignal): Promise<Finding | undefined> {
    const { portal, reader, bots } = this.services;
    const record = portal();
    if (record === undefined) return undefined;
    switch (probe.kind) {
      case "asChat": {
        const { dialogId } = probe.chat;
        const reading = await orFault(() => reader.dialog(record, probe.chat, signal));
        return findingOfRead(dialogId, titleIn(reading));
      }
      case "recentDialogs": {
        const wanted = [this.ref, chatMeantBy(this.ref)].flatMap((ref) => ref?.dialogId ?? []);
        return lookAmongRecent(wanted, (offset, limit) =>
          orFault(() => reader.recent(record, offset, limit, signal)),
        );
      }
      case "bot": {
        if (!(await this.services.agrees(probe.chat, probe.bot)) || signal.aborted)
          return undefined;
        const seen = await orFault(() => bots.read(record, probe.chat, probe.bot.botId, signal));
        return findingOfBotRead(probe.chat.dialogId, titleIn(seen));
      }
    }
  }

  private become(id: string, state: ProbeState): void {
    this.states.set(id, state);
    this.changed.fire();
  }
}

function titleIn(
  reading: PortalResult<DialogReading>,
): Result<{ readonly title: string }, PortalFailure> {
  return reading.ok ? success({ title: reading.value.dialog.title }) : failure(reading.error);
}

function idOf(probe: Probe): string {
  return probe.kind === "bot" ? `bot/${probe.bot.botId}` : probe.kind;
}
