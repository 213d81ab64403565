import type { Line } from "./chat";

/** Messages of every shape that a client has to draw: the newest last. */
export const pilotTalk: readonly Line[] = [
  [5, "[USER=39]Delivery & Co bot[/USER] /track NW-20391"],
  [
    39,
    "NW-20391 is at the depot. What now?",
    {
      params: {
        KEYBOARD: [
          button("Where is it?", {
            COMMAND: "track",
            COMMAND_PARAMS: "NW-20391",
            BG_COLOR: "#29619b",
          }),
          button("Call the courier", { ACTION: "CALL", ACTION_VALUE: "+15550100" }),
          { TYPE: "NEWLINE" },
          button("Track & trace", { LINK: "https://example.com/track?parcel=NW-20391" }),
          button("Unsafe link", { LINK: "javascript:alert(1)" }),
        ],
      },
    },
  ],
  [
    39,
    "Route of today:",
    {
      params: {
        ATTACH: [
          {
            ID: 1,
            COLOR: "#4ba984",
            BLOCKS: [
              { MESSAGE: "[b]Van 7[/b], 14 stops" },
              { LINK: { NAME: "Route sheet", LINK: "https://example.com/routes/7", DESC: "PDF" } },
              { DELIMITER: { SIZE: 200, COLOR: "#c6c6c6" } },
              {
                GRID: [
                  { NAME: "Driver", VALUE: "Omar Haddad", DISPLAY: "LINE", USER_ID: 5 },
                  { NAME: "Start", VALUE: "08:12", DISPLAY: "LINE" },
                ],
              },
              { IMAGE: [{ NAME: "Map", LINK: "https://example.com/map.png" }] },
              { FILE: [{ NAME: "stops.csv", LINK: "https://example.com/stops.csv", SIZE: 2048 }] },
              { USER: { NAME: "Zoë Müller-Łukasz", AVATAR: "", LINK: "" } },
            ],
          },
        ],
      },
    },
  ],
  [
    7,
    "",
    {
      files: [
        {
          id: 301,
          name: "damaged parcel.png",
          type: "image",
          sizeBytes: 81_234,
          image: { height: 800, width: 1200 },
        },
        { id: 302, name: "claim <b>form</b>.pdf", type: "file", sizeBytes: 1_204_991 },
      ],
    },
  ],
  [1, "Is that the one from yesterday?", { answersLineAbove: 1, params: { LIKE: [5, 7] } }],
  [5, "This message was deleted", { params: { IS_DELETED: "Y" } }],
  [5, "Yes, NW-20388. I filed the claim.", { params: { IS_EDITED: "Y" } }],
  [0, "[USER=1 REPLACE]Ivy Stone[/USER] made [USER=39 REPLACE]Delivery & Co bot[/USER] a manager"],
  [
    7,
    "Customers write:\n------------------------------------------------------\nAna Prieto [16.03.2026 19:41]\nHello, my parcel has not arrived yet.\n------------------------------------------------------\nCan we answer [i]faster[/i]?",
    { params: { FORWARD_ID: 31_003, FORWARD_USER_ID: 744, FORWARD_CONTEXT_ID: "chat210/31003" } },
  ],
  [
    5,
    "<img src=x onerror=alert(1)> [URL=javascript:alert(2)]open[/URL] [command:workbench.action.quit](x)",
  ],
  [5, "Where is parcel NW-20418?"],
  [39, "[b]NW-20418[/b] left the Rotterdam depot at 08:12 and is due today before noon."],
  [1, "Customer asked for a later window, can the bot move it to 16:00?"],
  [39, "Done: delivery of NW-20418 moved to 16:00-18:00. [send=/track NW-20418]Track it[/send]"],
  [1, "[USER=7]Zoë Müller-Łukasz[/USER] could you check the German wording?"],
  [7, "Wording is fine, I shortened the greeting by one line."],
  [5, "Two lookups took longer than five seconds this morning, the log has both."],
  [39, "Parcel found 📦 It was on the van to Utrecht."],
];

/** An Open Channel: the client, an operator and the system in one list. */
export const clientTalk: readonly Line[] = [
  [0, "Conversation #512 started [CHAT=imol|512]show[/CHAT]", { params: { IMOL_SID: "512" } }],
  [744, "Hi!", { params: { CONNECTOR_MID: ["88120"] } }],
  [0, "Thank you for writing to Northwind Couriers. An operator will be with you soon."],
  [
    744,
    "",
    {
      params: { CONNECTOR_MID: ["88121"] },
      files: [
        {
          id: 410,
          name: "label.jpg",
          type: "image",
          sizeBytes: 45_120,
          image: { height: 640, width: 480 },
          origin: "https://files.example.net",
        },
        { id: 411, name: "voice message.ogg", type: "audio", sizeBytes: 20_480 },
      ],
    },
  ],
  [0, "[USER=1 REPLACE]Ivy Stone[/USER] joined the conversation"],
  [744, "Hello, my parcel NW-20418 has not arrived yet."],
  [1, "Hello Ana, it is on its way and arrives between 16:00 and 18:00.", { answersLineAbove: 1 }],
  [744, "Great, thank you! 🙏"],
];

/** A private dialog: short, with a call, a link card and a disappearing draft. */
export const privateTalk: readonly Line[] = [
  [0, "Call ended, 4 min 12 s", { params: { CALL_ID: 77, COMPONENT_ID: "CallMessage" } }],
  [1, "Do we have a spare van for tomorrow?"],
  [
    5,
    "https://example.com/vans",
    {
      params: {
        URL_ONLY: "Y",
        URL_ID: [12],
        ATTACH: [
          {
            ID: "12",
            BLOCKS: [
              { LINK: { NAME: "Vans", LINK: "https://example.com/vans", DESC: "Fleet list" } },
            ],
          },
        ],
      },
    },
  ],
  [1, "[put=/van NW-007]Ask for van 7[/put]", { params: { LARGE_FONT: "N" } }],
  [5, "Van 7 is free after 11."],
  [5, "Perfect, I will book it for the Utrecht round.", { params: { LIKE: [1] } }],
];

/** The chat of a deal: tags of every kind, open ones and unknown parameters. */
export const dealTalk: readonly Line[] = [
  [
    1,
    "[size=20][color=#df532d]Deadline[/color][/size] [timestamp=1773682918 format=SHORT_DATE_FORMAT] [icon=https://example.com/i.png size=16 title=flag] [disk=231]",
  ],
  [7, "[code]if (rounds > 2) { price *= 0.9; }[/code][br][s]old[/s] [u]new[/u]"],
  [
    7,
    ">>They want two rounds\n>>a week from April\n[b]unclosed and [i]nested",
    { params: { FUTURE_KEY: { a: [1, null] } } },
  ],
  [
    7,
    "Discussed in a chat of its own",
    {
      params: {
        CHAT_ID: 293,
        CHAT_MESSAGE: 12,
        CHAT_USER: [1, 7, 5],
        CHAT_LAST_DATE: "2026-03-17T09:40:00+02:00",
      },
    },
  ],
  [1, "They want two rounds a week from April."],
  [7, "I sent the price for both variants."],
  [7, "Contract is signed, scanning it now."],
];

function button(
  text: string,
  deed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return {
    BOT_ID: "39",
    TYPE: "BUTTON",
    TEXT: text,
    DISPLAY: "LINE",
    BLOCK: "Y",
    DISABLED: "N",
    VOTE: "N",
    CONTEXT: "ALL",
    ...deed,
  };
}
