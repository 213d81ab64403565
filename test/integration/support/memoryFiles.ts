import * as vscode from "vscode";

/** A file system of another extension, as far as opening its files needs one. */
export class MemoryFiles implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  /** What each look at a path waits for. */
  gate: (path: string) => PromiseLike<unknown> = () => Promise.resolve();
  private readonly registration: vscode.Disposable;

  /** @param files by path */
  constructor(
    private readonly scheme: string,
    private readonly files: Readonly<Record<string, string>>,
  ) {
    this.registration = vscode.workspace.registerFileSystemProvider(scheme, this);
  }

  uri(path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, path });
  }

  async stat({ path }: vscode.Uri): Promise<vscode.FileStat> {
    await this.gate(path);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.textOf(path).length };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    return new TextEncoder().encode(this.textOf(path));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): never {
    throw vscode.FileSystemError.Unavailable();
  }

  createDirectory(): never {
    throw vscode.FileSystemError.Unavailable();
  }

  writeFile(): never {
    throw vscode.FileSystemError.Unavailable();
  }

  delete(): never {
    throw vscode.FileSystemError.Unavailable();
  }

  rename(): never {
    throw vscode.FileSystemError.Unavailable();
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }

  private textOf(path: string): string {
    const text = this.files[path];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return text;
  }
}
