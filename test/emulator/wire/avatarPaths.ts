import { avatarPngs, type AvatarName } from "../../../src/demo/seed/avatars";

const names = Object.keys(avatarPngs) as AvatarName[];

/** The portal path that serves a picture: `/upload/avatar-1.png`. */
export function avatarPath(name: AvatarName): string {
  return `/upload/avatar-${names.indexOf(name) + 1}.png`;
}

/** The base64 of the picture behind a path, undefined for paths that serve none. */
export function avatarAt(path: string): string | undefined {
  const name = names.find((candidate) => avatarPath(candidate) === path);
  return name === undefined ? undefined : avatarPngs[name];
}
