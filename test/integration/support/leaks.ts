import assert from "node:assert/strict";
import type Mocha from "mocha";
import { extensionApi, replaced } from "./extensionApi";
import { eventually } from "./eventually";

interface Disposable {
  dispose(): unknown;
}

/** Made by the extension and not disposed of, with the place where it was made. */
const alive = new Map<unknown, string>();
/** By place that made something: how many were alive at most when a test was over. */
const usual = new Map<string, number>();
/** Places that made something for the first time in this test. */
const fresh = new Set<string>();

function note(made: unknown, place: string): void {
  alive.set(made, place);
  if (!usual.has(place)) fresh.add(place);
}

/** Where in the extension's files this was called from; "": it was not. */
function placeOf(stack = ""): string {
  return /dist\/[\w./-]+:\d+:\d+/.exec(stack)?.[0] ?? "";
}

function isDisposable(made: unknown): made is Disposable {
  return typeof made === "object" && made !== null && "dispose" in made;
}

function noteMade(made: unknown): void {
  const place = placeOf(new Error().stack);
  if (place === "" || !isDisposable(made) || alive.has(made)) return;
  note(made, place);
  replaced(made, "dispose", (dispose) => () => {
    alive.delete(made);
    return dispose();
  });
  // Whoever looks at a panel may close it, too.
  if ("onDidDispose" in made)
    (made.onDidDispose as (then: () => void) => void)(() => alive.delete(made));
}

/** Registrations, listeners, boxes and panels of VS Code. */
async function watchApi(): Promise<void> {
  const { window, workspace, languages, commands } = await extensionApi();
  for (const owner of [window, workspace, languages, commands]) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (typeof value !== "function" || !/^(?:create|register|on)[A-Z]/.test(name)) continue;
      replaced(owner, name, (make) => (...given) => {
        const made = make(...given);
        noteMade(made);
        return made;
      });
    }
  }
}

/** Timers of the extension that have not gone off, with the place where each was set. */
const timers = new Map<unknown, string>();

function watchTimers(): void {
  replaced(globalThis, "setTimeout", (set) => (...given) => {
    const [run, ...rest] = given as [(...values: unknown[]) => unknown, ...unknown[]];
    const place = placeOf(new Error().stack);
    if (place === "") return set(...given);
    const timer = set(
      (...values: unknown[]) => {
        timers.delete(timer);
        return run(...values);
      },
      ...rest,
    );
    timers.set(timer, place);
    return timer;
  });
  replaced(globalThis, "clearTimeout", (clear) => (timer) => {
    timers.delete(timer);
    return clear(timer);
  });
}

/**
 * Root hooks that fail a test after which more of the extension is left than after any test before. The extension
 * lives as long as its window: what it makes once, at the first use, stays for good. But what is made at one place
 * once more with each test, and is not disposed of when the test's panels and boxes are closed, leaks.
 */
export function watchLeaks(): Mocha.RootHookObject {
  return {
    async beforeAll() {
      watchTimers();
      await watchApi();
    },
    async afterEach() {
      await eventually(() => {
        assert.deepEqual(grown(), [], "the extension did not dispose of these");
      });
      const counted = counts();
      for (const place of [...usual.keys(), ...fresh]) {
        usual.set(place, Math.max(counted.get(place) ?? 0, usual.get(place) ?? 0));
      }
      fresh.clear();
    },
    // Only here: after each write the state looks for some seconds whether another window wrote, too.
    async afterAll() {
      await eventually(() => {
        const places = [...timers.values()];
        assert.deepEqual(places, [...new Set(places)], "more than one timer of a place is left");
      });
    },
  };
}

function grown(): readonly string[] {
  return [...counts()].flatMap(([place, count]) => {
    const before = usual.get(place);
    return before !== undefined && count > before ? [`${count}, not ${before}: ${place}`] : [];
  });
}

function counts(): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const place of alive.values()) counted.set(place, (counted.get(place) ?? 0) + 1);
  return counted;
}
