import { writeFile } from "node:fs/promises";
import sharp from "sharp";

/** One picture of an animation, and how long it stands. */
export interface AnimationFrame {
  readonly png: Buffer;
  readonly ms: number;
}

/** Writes an animated GIF, which every reader of Markdown shows. */
export async function writeAnimation(
  file: string,
  frames: readonly AnimationFrame[],
): Promise<void> {
  const pictures = frames.map(({ png }) => png);
  const gif = await sharp(pictures, { join: { animated: true } })
    .gif({
      delay: frames.map(({ ms }) => ms),
      loop: 0,
      effort: 10,
      dither: 0,
      interFrameMaxError: 4,
    })
    .toBuffer();
  await writeFile(file, gif);
}
