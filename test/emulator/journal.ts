import { isJsonObject, type Json, type JsonObject } from "../../src/demo/base/json";

/** One request, or one item of a batch, as a test may look at it: without any secret. */
export interface JournalEntry {
  readonly method: string;
  readonly parameters: JsonObject;
  /** The user segment of the path. */
  readonly user: string;
  /** Its first characters only. */
  readonly secret: string;
  readonly verb: string;
  readonly contentType: string;
  readonly userAgent: string;
  readonly isBatchItem: boolean;
  /** Undefined while no answer has been sent. */
  readonly status: number | undefined;
  /** The connection ended before the whole answer was sent. */
  readonly wasAborted: boolean;
}

export type NewEntry = Omit<JournalEntry, "status" | "wasAborted"> & { readonly status?: number };

/** Writes down what happens to one request after it has been entered. */
export interface OpenEntry {
  answered(status: number): void;
  aborted(): void;
}

const secretParameters = /^(auth|bot_?token|client_?id)$/i;

/** Everything that reached the emulator, in the order of arrival. */
export class Journal {
  private readonly written: { -readonly [key in keyof JournalEntry]: JournalEntry[key] }[] = [];

  get entries(): readonly JournalEntry[] {
    return this.written;
  }

  enter(entry: NewEntry): OpenEntry {
    const written = {
      ...entry,
      method: entry.method.toLowerCase(),
      parameters: withoutSecrets(entry.parameters),
      secret: maskSecret(entry.secret),
      status: entry.status,
      wasAborted: false,
    };
    this.written.push(written);
    return {
      answered: (status) => (written.status = status),
      aborted: () => (written.wasAborted = true),
    };
  }

  clear(): void {
    this.written.length = 0;
  }
}

function maskSecret(secret: string): string {
  return secret === "" ? "" : `${secret.slice(0, 3)}***`;
}

function withoutSecrets(parameters: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      secretParameters.test(name) ? "***" : maskInside(value),
    ]),
  );
}

/** Batch commands carry parameters as text. */
function maskInside(value: Json): Json {
  if (typeof value === "string") {
    return value.replace(/\b(auth|bot_?token|client_?id)=[^&]*/gi, "$1=***");
  }
  if (Array.isArray(value)) return (value as readonly Json[]).map(maskInside);
  return isJsonObject(value) ? withoutSecrets(value) : value;
}
