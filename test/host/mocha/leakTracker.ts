import assert from "node:assert/strict";
import Module from "node:module";
import path from "node:path";
import type { RootHookObject } from "mocha";
import { repository } from "../paths";

interface Disposable {
  dispose(): void;
}

type Constructor = new (...given: unknown[]) => Disposable;
type Load = (this: unknown, request: string, parent: unknown, isMain: boolean) => unknown;

const sources = path.join(repository, "src") + path.sep;
/** What others own: whoever made one has to dispose of it, too. */
const parts: ReadonlySet<string> = new Set(["Emitter", "DisposableStore", "LatestRead"]);

interface Made {
  readonly name: string;
  /** Of a part: it knows where it was made. */
  readonly at?: Error;
}

/** Made by the product and not disposed of yet, oldest first. */
const alive = new Map<Disposable, Made>();
const tracked = new WeakMap<object, object>();

/** Classes of the product tell when something is made and when it is disposed of, with no word about it in the product. */
function trackedClass(made: Constructor): Constructor {
  const known = tracked.get(made);
  if (known !== undefined) return known as Constructor;
  const { prototype } = made as unknown as { prototype: Disposable };
  const dispose: (this: Disposable) => void = Reflect.get(prototype, "dispose");
  Reflect.set(prototype, "dispose", function (this: Disposable) {
    alive.delete(this);
    dispose.call(this);
  });
  const proxy = new Proxy(made, {
    construct(target, given, newTarget: Constructor) {
      const instance = Reflect.construct(target, given, newTarget);
      const { name } = made;
      // Its text is written when somebody reads it: nearly all are disposed of before.
      alive.set(instance, parts.has(name) ? { name, at: new Error() } : { name });
      return instance;
    },
  });
  tracked.set(made, proxy);
  return proxy;
}

function isDisposableClass(value: unknown): value is Constructor {
  if (typeof value !== "function" || !("prototype" in value)) return false;
  const { prototype } = value as { prototype: unknown };
  return prototype instanceof Object && Object.hasOwn(prototype, "dispose");
}

/** Where in the product a part was made; "" elsewhere. */
function placeOf({ at: made }: Made): string {
  const lines = (made?.stack ?? "").split("\n");
  const [caller = ""] = lines.filter((line) => !/leakTracker|^Error/.test(line));
  const at = caller.indexOf(sources);
  return at < 0 ? "" : ` of ${caller.slice(at + sources.length).replace(/\)$/, "")}`;
}

function trackedExports(exported: object): object {
  const known = tracked.get(exported);
  if (known !== undefined) return known;
  const copy = {};
  for (const key of Object.keys(exported)) {
    Object.defineProperty(copy, key, {
      enumerable: true,
      configurable: true,
      // Looked up late, as modules fill in what they export.
      get: () => {
        const given: unknown = Reflect.get(exported, key);
        const value = isDisposableClass(given) ? trackedClass(given) : given;
        // What is an object once is asked for a million times.
        if (typeof value === "function" || (typeof value === "object" && value !== null)) {
          Object.defineProperty(copy, key, { enumerable: true, value });
        }
        return value;
      },
    });
  }
  tracked.set(exported, copy);
  return copy;
}

const loader = Module as unknown as {
  _load: Load;
  _resolveFilename(request: string, parent: unknown): string;
};
const load = loader._load;
loader._load = function (request, parent, isMain) {
  const exported = load.call(this, request, parent, isMain);
  if (!request.startsWith(".") || typeof exported !== "object" || exported === null)
    return exported;
  const file = loader._resolveFilename(request, parent);
  return file.startsWith(sources) && file.endsWith(".ts") ? trackedExports(exported) : exported;
};

/** Disposes of what tests have made, newest first, and looks whether that left anything of the product behind. */
function disposeOf(all: readonly (readonly [Disposable, Made])[]): void {
  for (const [item, { at }] of all.toReversed()) {
    if (at === undefined && alive.has(item)) item.dispose();
  }
  const left = all.flatMap(([item, made]) => {
    const place = alive.has(item) ? placeOf(made) : "";
    return place === "" ? [] : [made.name + place];
  });
  for (const [item] of all) alive.delete(item);
  assert.deepEqual(left, [], "nobody disposed of these");
}

let before: ReadonlySet<Disposable> = new Set();

/** For suites that run the product in plain Node. */
export const mochaHooks: RootHookObject = {
  beforeEach() {
    before = new Set(alive.keys());
  },
  afterEach() {
    disposeOf([...alive].filter(([item]) => !before.has(item)));
  },
  afterAll() {
    disposeOf([...alive]);
  },
};
