import { writeFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { throwAwayCertificate } from "../emulator/certificate";
import { temporaryFolder } from "../host/run/temporaryFolder";
import { bundled } from "./bundled";
import { contenderNames, type ContenderName } from "./contenders/contenders";
import { median } from "./table";
import { Worker } from "./worker";
import type { Workload } from "./workload";

const started = v.object({ webhook: v.string() });
const counted = v.object({ requests: v.number() });
const measured = v.object({ wallMs: v.number(), cpuMs: v.number(), peakMb: v.number() });

export interface RaceResult {
  readonly name: ContenderName;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly requests: number;
}

/** Lets the contenders read from one portal over TLS, in turns, so that all meet the same conditions. */
export class Race {
  private constructor(
    private readonly portal: Worker,
    private readonly webhook: string,
    private readonly certificateFile: string,
  ) {}

  static async prepare(): Promise<Race> {
    const certificate = await throwAwayCertificate();
    // Trusted by the contenders' processes alone; no check is turned off.
    const certificateFile = path.join(temporaryFolder("bench"), "certificate.pem");
    writeFileSync(certificateFile, certificate.cert);
    const portal = Worker.start(await bundled("portalProcess"), []);
    const { webhook } = v.parse(started, await portal.ask({ start: certificate }));
    return new Race(portal, webhook, certificateFile);
  }

  /** @returns medians over the rounds; the first round warms up and does not count */
  async run({ dialogs, areSingleReads, rounds }: Workload): Promise<readonly RaceResult[]> {
    const env = { NODE_EXTRA_CA_CERTS: this.certificateFile };
    const script = await bundled("contenderProcess");
    const runners = contenderNames.map((name) => ({
      name,
      rounds: [] as v.InferOutput<typeof measured>[],
      requests: 0,
      worker: Worker.start(script, [name, this.webhook], env),
    }));
    for (let round = 0; round <= rounds; round++) {
      for (const runner of runners) {
        await this.portal.ask({ reset: true });
        const result = v.parse(measured, await runner.worker.ask({ dialogs, areSingleReads }));
        runner.requests = v.parse(counted, await this.portal.ask({ count: true })).requests;
        if (round > 0) runner.rounds.push(result);
      }
    }
    await Promise.all(runners.map(({ worker }) => worker.stop()));
    return runners.map(({ name, requests, rounds: all }) => ({
      name,
      requests,
      wallMs: median(all.map(({ wallMs }) => wallMs)),
      cpuMs: median(all.map(({ cpuMs }) => cpuMs)),
      peakMb: Math.max(...all.map(({ peakMb }) => peakMb)),
    }));
  }

  async stop(): Promise<void> {
    await this.portal.stop();
  }
}
