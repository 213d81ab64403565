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
  widthPx: number,
): Promise<void> {
  const pictures = await Promise.all(
    frames.map(({ png }) =>
      sharp(png).resize({ width: widthPx, kernel: "lanczos3" }).png().toBuffer(),
    ),
  );
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
