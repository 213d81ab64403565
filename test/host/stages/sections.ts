/** Where one of several things that run side by side writes its output. */
export interface Section {
  write(chunk: string | Buffer): void;
  end(): void;
}

/**
 * The output of things that run side by side, one after another in the order in which they were added: that of the
 * first which has not ended is shown as it comes, that of the others when their turn comes.
 */
export class Sections {
  private readonly waiting: { readonly kept: (string | Buffer)[]; hasEnded: boolean }[] = [];

  constructor(private readonly show: (chunk: string | Buffer) => void) {}

  add(): Section {
    const section = { kept: [] as (string | Buffer)[], hasEnded: false };
    this.waiting.push(section);
    return {
      write: (chunk) => {
        if (this.waiting[0] === section) this.show(chunk);
        else section.kept.push(chunk);
      },
      end: () => {
        section.hasEnded = true;
        this.advance();
      },
    };
  }

  private advance(): void {
    for (let first = this.waiting[0]; first?.hasEnded === true; first = this.waiting[0]) {
      this.waiting.shift();
      this.waiting[0]?.kept.splice(0).forEach(this.show);
    }
  }
}
