import { epochOf, portalDate } from "../base/portalTime";
import { chat, type Chat } from "./chat";
import { colors } from "./colors";

const cities = [
  "Hamburg",
  "Bremen",
  "Utrecht",
  "Antwerp",
  "Lille",
  "Aachen",
  "Ghent",
  "Breda",
  "Essen",
];
const palette = Object.values(colors).slice(0, 13);
const newest = epochOf("2026-03-02T18:00:00+02:00");
const hourMs = 60 * 60 * 1000;

/** Two hundred small chats, one a delivery route, so that lists have pages to turn. */
export function routeChats(): Chat[] {
  return Array.from({ length: 200 }, (_, index) => {
    const from = cities[index % cities.length] ?? "";
    const to = cities[(index * 2 + 1 + Math.floor(index / 9)) % cities.length] ?? "";
    return chat({
      id: 500 + index,
      name: `Route ${101 + index}: ${from} - ${to === from ? "Depot East" : to}`,
      members: [1, 7, 900 + index],
      color: palette[index % palette.length] ?? colors.mint,
      dateCreate: portalDate(newest - (600 + index * 5) * hourMs),
      lastMessageDate: portalDate(newest - index * 5 * hourMs),
      messageCount: 3 + (index % 40),
    });
  });
}
