import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { repository } from "../../host/paths";

const reads = path.join(repository, "src", "core", "reads") + path.sep;

/** Which functions of the product's reads have run, as the engine counts them. */
export class ReadCoverage {
  private readonly session = new Session();

  async start(): Promise<void> {
    this.session.connect();
    await this.session.post("Profiler.enable");
    await this.session.post("Profiler.startPreciseCoverage", { callCount: true });
  }

  /** @returns file and name of those that have not; the counting ends */
  async neverRun(): Promise<readonly string[]> {
    const { result } = await this.session.post("Profiler.takePreciseCoverage");
    this.session.disconnect();
    return result.flatMap(({ url, functions }) => {
      const file = url.startsWith("file:") ? fileURLToPath(url) : url;
      if (!file.startsWith(reads)) return [];
      return functions
        .filter(({ functionName, ranges }) => functionName !== "" && ranges[0]?.count === 0)
        .map(({ functionName }) => `${file.slice(reads.length)}: ${functionName}`);
    });
  }
}
