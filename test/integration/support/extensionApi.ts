import type * as vscode from "vscode";

export type Api = typeof vscode;

/** The interface that VS Code gives to the extension: that is an ES module, and has another one than the tests. */
export async function extensionApi(): Promise<Api> {
  return import("vscode");
}

type AnyFunction = (...given: readonly unknown[]) => unknown;

/**
 * Puts a function in the place of another one of an object.
 * @param make gets the other one
 * @returns what puts the other one back
 */
export function replaced(
  owner: object,
  name: string,
  make: (original: AnyFunction) => AnyFunction,
): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  const original = Reflect.get(owner, name) as AnyFunction;
  Reflect.set(owner, name, make(original.bind(owner)));
  return () => {
    if (own === undefined) Reflect.deleteProperty(owner, name);
    else Object.defineProperty(owner, name, own);
  };
}
