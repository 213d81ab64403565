"""Posts the evening report of the fleet. BITRIX24_WEBHOOK holds the URL of the inbound webhook."""

import json
import os
import urllib.request

FLEET = "chat240"
DEAL_CHATS = ["chat220", "chat221"]
VISITOR = "chat210"


def call(method: str, **params: object) -> dict:
    url = os.environ["BITRIX24_WEBHOOK"].rstrip("/") + f"/{method}.json"
    request = urllib.request.Request(
        url,
        data=json.dumps(params).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as reply:
        return json.load(reply)


def main() -> None:
    for dialog_id in [FLEET, *DEAL_CHATS, VISITOR]:
        call("imbot.message.add", BOT_ID=39, DIALOG_ID=dialog_id, MESSAGE="All vans are back.")


if __name__ == "__main__":
    main()
