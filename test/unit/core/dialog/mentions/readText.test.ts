import assert from "node:assert/strict";
import { findMentions } from "../../../../../src/core/dialog/mentions/findMentions";
import { subjectKey, writtenMention } from "../../../../../src/core/dialog/mentions/mention";
import { parseExactDialogId } from "../../../../../src/core/dialog/dialogId";
import { readText } from "../../../../../src/core/dialog/mentions/readText";
import { fc } from "../../../support/generated";
import { assertGrowsLinearly } from "../../../support/growth";

/** Every reading, the most likely first; the host of a link behind it. */
function read(text: string): readonly string[] {
  return readText(text).map(({ subject, host }) =>
    host === undefined ? subjectKey(subject) : `${subjectKey(subject)} at ${host}`,
  );
}

type Rows = readonly (readonly [text: string, first: string])[];

const kinds: Readonly<Record<string, Rows>> = {
  "in a link, in code, in a log": [
    ["https://h.example/online/?IM_DIALOG=chat29", "chat29 at h.example"],
    ["https://h.example/online/?IM_DIALOG=chat29&IM_MESSAGE=5311", "chat29 at h.example"],
    ["https://h.example/online/?IM_DIALOG=chat29#top", "chat29 at h.example"],
    ["https://h.example/online/?a=1&IM_DIALOG=5", "5 at h.example"],
    ["https://h.example/online/?IM_DIALOG=crm%7CDEAL%7C88", "crm|DEAL|88 at h.example"],
    ["?IM_DIALOG=sg12", "sg12"],
    ["DIALOG_ID=chat29", "chat29"],
    ["$dialogId = 'chat29';", "chat29"],
    ["'DIALOG_ID' => 'chat29',", "chat29"],
    ["'DIALOG_ID' => 5]);", "5"],
    ["$_REQUEST['data']['PARAMS']['DIALOG_ID'] = 'chat29';", "chat29"],
    ['const dialogId = "chat29";', "chat29"],
    ["{ dialogId: 5, message }", "5"],
    ["dialogId: `chat29`", "chat29"],
    ['"DIALOG_ID": "chat29",', "chat29"],
    ['{"dialog_id":5}', "5"],
    ["{'DIALOG_ID': 'chat29'}", "chat29"],
    ['await bot.get(dialog_id="chat29")', "chat29"],
    ["dialog_id=5)", "5"],
    ["    [DIALOG_ID] => chat29", "chat29"],
    ["    [DIALOG_ID] => 5", "5"],
    ['{\\"DIALOG_ID\\":\\"chat29\\"}', "chat29"],
    ['{\\"DIALOG_ID\\":5}', "5"],
    ["data[PARAMS][DIALOG_ID]=chat29&data[PARAMS][CHAT_ID]=29", "chat29"],
    ["data%5BPARAMS%5D%5BDIALOG_ID%5D=5&auth%5Bdomain%5D=h", "5"],
    ["[2026-03-17 10:40:00] ONIMBOTMESSAGEADD DIALOG_ID: chat29 FROM: 5", "chat29"],
  ],
  "in a list of one": [
    [
      "<QueryDict: {'event': ['ONIMBOTMESSAGEADD'], 'data[PARAMS][DIALOG_ID]': ['chat17'], 'data[PARAMS][MESSAGE_ID]': ['45']}>",
      "chat17",
    ],
    ["{'data[PARAMS][DIALOG_ID]': ['13']}", "13"],
    ['{"DIALOG_ID": ["chat7"]}', "chat7"],
    ["{ DIALOG_ID: [ '13' ] }", "13"],
    ["map[DIALOG_ID:[13] EVENT:[x]]", "13"],
    ['map[string][]string{"DIALOG_ID":[]string{"13"}}', "13"],
    ['url.Values{"DIALOG_ID": {"13"}}', "13"],
    ["{b'DIALOG_ID': [b'13']}", "13"],
    ['["DIALOG_ID"]=>\n  array(1) {\n    [0]=>\n    string(2) "13"\n  }', "13"],
    ["'DIALOG_ID' => \n  array (\n    0 => '13',\n  ),", "13"],
    ["[DIALOG_ID] => Array\n        (\n            [0] => 13\n        )", "13"],
    ['List<String> { ["CHAT_ID"] = new[] { "29" } }', "chat29"],
  ],
  "of an event, as languages print it": [
    [
      "Array\n(\n    [event] => ONIMBOTMESSAGEADD\n    [data] => Array\n        (\n            [PARAMS] => Array\n                (\n                    [FROM_USER_ID] => 1\n                    [DIALOG_ID] => chat1072\n",
      "chat1072",
    ],
    [
      "event=ONIMBOTMESSAGEADD&data[PARAMS][DIALOG_ID]=42&data[PARAMS][MESSAGE]=hi&auth[domain]=h.example",
      "42 at h.example",
    ],
    ["data%5BPARAMS%5D%5BDIALOG_ID%5D=42&x=1", "42"],
    ["data%255BPARAMS%255D%255BDIALOG_ID%255D%3D42", "42"],
    [
      "event=ONIMBOTV2MESSAGEADD&data[message][chatId]=19167&data[chat][id]=19167&data[chat][dialogId]=chat19167&data[chat][type]=lines",
      "chat19167",
    ],
    [
      '[PLACEMENT] => IM_TEXTAREA [PLACEMENT_OPTIONS] => {"messageId":84889,"dialogId":"chat1489"}',
      "chat1489",
    ],
    ['{"chat":{"id":19167,"type":"lines"}}', "chat19167"],
    ["[FROM_USER_ID] => 1\n[TO_CHAT_ID] => 6\n[MESSAGE_TYPE] => P\n[DIALOG_ID] => 1\n", "1"],
    ["{DIALOG_ID=27, MESSAGE=hi}", "27"],
    ['"DIALOG_ID" to "27"', "27"],
    [":dialog_id => 27", "27"],
  ],
  "of a private message's event by the number of its chat": [
    [
      "event=ONIMBOTMESSAGEADD&data[PARAMS][MESSAGE_TYPE]=P&data[PARAMS][TO_CHAT_ID]=1407&data[PARAMS][DIALOG_ID]=27",
      "chat1407",
    ],
    [
      "[event] => ONIMBOTMESSAGEADD [MESSAGE_TYPE] => P [TO_CHAT_ID] => 6 [DIALOG_ID] => 1",
      "chat6",
    ],
    [
      "{'event': ['ONIMBOTMESSAGEADD'], 'MESSAGE_TYPE': ['P'], 'TO_CHAT_ID': ['6'], 'DIALOG_ID': ['1']}",
      "chat6",
    ],
    ['{"MESSAGE_TYPE":"P","CHAT_ID":"6","DIALOG_ID":"1"}', "chat6"],
    ["{'chat': {'id': 77, 'dialogId': '5', 'type': 'private'}, 'event': 'ONIMBOTV2X'}", "chat77"],
    ['"event":"ONIMBOTV2MESSAGEADD","chat":{"id":77,"dialogId":"5","type":"private"}', "chat77"],
  ],
  "apart from its name by a comma, an arrow or a type": [
    ['{ "DIALOG_ID", "chat99642" },', "chat99642"],
    ['{ "DIALOG_ID", "27" },', "27"],
    ['["DIALOG_ID"] = "27",', "27"],
    ['new KeyValuePair<string, string>("DIALOG_ID", "27")', "27"],
    ['Map.of("DIALOG_ID", "27")', "27"],
    ['params.put("DIALOG_ID", 27);', "27"],
    ['params.Set("DIALOG_ID", "27")', "27"],
    ['Параметры.Вставить("DIALOG_ID", "27");', "27"],
    ['Новый Структура("DIALOG_ID", 27)', "27"],
    ['["DIALOG_ID"]=> string(1) "5"', "5"],
    ["MultiDict([('data[PARAMS][DIALOG_ID]', '15')])", "15"],
    ["let chatId: number | null = 29;", "chat29"],
    ["dialog_id: Optional[int] = 15", "15"],
    ["long dialogId = 15L;", "15"],
    ["DIALOG_ID — 15", "15"],
    ["**DIALOG_ID:** 15", "15"],
    ["<td>DIALOG_ID</td>\n<td>15</td>", "15"],
    ["<DIALOG_ID><![CDATA[15]]></DIALOG_ID>", "15"],
    ["dialog:\n  id: 15", "15"],
    ['["CHAT_ID"]=>\n  int(29)', "chat29"],
    ['s:9:"DIALOG_ID";s:2:"13";', "13"],
    ['s:7:"CHAT_ID";i:29;', "chat29"],
    ['a:1:{s:9:"DIALOG_ID";a:1:{i:0;s:2:"13";}}', "13"],
    ["'DIALOG_ID' => (int) 5", "5"],
    ['"DIALOG_ID": str(5)', "5"],
    ["dialog_id: Some(5)", "5"],
    ["DIALOG_ID -> 27", "27"],
    ["DIALOG_ID → 27", "27"],
    ["dialogId := 27", "27"],
    ["if ($dialogId == 27) {", "27"],
    ["const chatId: number = 29;", "chat29"],
    ["var chatId int = 29", "chat29"],
    ["<DIALOG_ID>27</DIALOG_ID>", "27"],
    ['<param name="DIALOG_ID">27</param>', "27"],
    ['Content-Disposition: form-data; name="DIALOG_ID"\r\n\r\n27\r\n--x', "27"],
    ["python send.py --dialog-id 27", "27"],
    ["| DIALOG_ID | 27 |", "27"],
    ["DIALOG_ID\t27", "27"],
    ["WHERE DIALOG_ID = '42'", "42"],
  ],
  "escaped once or more": [
    ['{\\"DIALOG_ID\\":\\"42\\"}', "42"],
    ['{\\\\\\"DIALOG_ID\\\\\\":\\\\\\"42\\\\\\"}', "42"],
    ["&quot;DIALOG_ID&quot;:&quot;42&quot;", "42"],
    ["\\u0022DIALOG_ID\\u0022:\\u002242\\u0022", "42"],
    ["%22DIALOG_ID%22%3A%22chat42%22", "chat42"],
    ["DIALOG_ID%3D42%26MESSAGE%3Dhi", "42"],
    ["sent\\nchat29\\nto", "chat29"],
    ['--data-raw ^"{^\\^"DIALOG_ID^\\^":^\\^"15^\\^"}^"', "15"],
    ["data^%5BPARAMS^%5D^%5BDIALOG_ID^%5D=15^&x", "15"],
  ],
  "by another name": [
    ["'CHAT_ID' => 2024,", "chat2024"],
    ['"TO_CHAT_ID": "1072",', "chat1072"],
    ["&chatId=29&", "chat29"],
    ["PARENT_CHAT_ID: 29", "chat29"],
    ["chatIds: [29, 30]", "chat29"],
    ["--chat-id=29", "chat29"],
    ["Dialog ID: 27", "27"],
    ["Chat ID: 29", "chat29"],
    ["ID чата: 29", "chat29"],
    ["ID диалога: 27", "27"],
    ["INFO EVENT: ONIMBOTMESSAGEADD, DIALOG: 27, USER: 27", "27"],
    ["12:00 Диалог: 27, пользователь: 15", "27"],
    ["Чат №29 закрыт", "chat29"],
    ["chat #29 closed", "chat29"],
    ["пишите в [CHAT=1489]Проект[/CHAT]", "chat1489"],
    ["чат29", "chat29"],
    ["чат 29?", "chat29"],
    ["Чат 29", "chat29"],
    ["чат №29", "chat29"],
    ["chat_29", "chat29"],
    ["Диалог 27", "27"],
    ["B24_CHAT=29", "chat29"],
    ["B24_CHAT_ID=1", "chat1"],
    ["[SOURCE] => viber\n    [CHAT_ID] => 29", "chat29"],
    ["source=viber chat_id=29", "chat29"],
    ["BXIM.openMessenger('5')", "5"],
    ["BX24.im.openMessenger(5);", "5"],
    ["BX.Messenger.Public.openChat('chat29')", "chat29"],
    ["Chat with ID 29 not found", "chat29"],
    ["чат с id 29", "chat29"],
    ["канал 29", "chat29"],
    ["бот 27", "27"],
    ["[USER=5]Ivy[/USER]", "5"],
    // The first letter is Cyrillic.
    ["сhat29", "chat29"],
    ["ID сделки: 88", "DEAL|88"],
    ["DEAL_ID=88", "DEAL|88"],
    ["ID задачи: 812", "task 812"],
    ["user 5", "5"],
    ["пользователь 5", "5"],
    ["sg45", "sg45"],
    ["BITRIX_DIALOG_ID=chat101362", "chat101362"],
  ],
  "whatever draws nothing, colors it or widens its signs": [
    ["DIALOG_ID:\u00a042", "42"],
    ["DIALOG_ID=\u200b42", "42"],
    ["chat\u200b29\ufeff", "chat29"],
    ["\ufeff29", "29"],
    ["chat２９", "chat29"],
    ["ＤＩＡＬＯＧ＿ＩＤ：２９", "29"],
    ["👉chat29👈", "chat29"],
    ["\u001b[90m10:15\u001b[39m \u001b[33mchat29\u001b[39m", "chat29"],
    [
      '\u001b[1m["DIALOG_ID"]=>\u001b[0m\n \u001b[32mstring\u001b[0m(1) "\u001b[31m5\u001b[0m"',
      "5",
    ],
    ["\\u001b[32m'DIALOG_ID'\\u001b[39m: \\u001b[33m42\\u001b[39m", "42"],
    ["[32mDIALOG_ID[0m: [33m42[0m", "42"],
    ["„chat29“", "chat29"],
    ["‘29’", "29"],
    ["№29", "chat29"],
  ],
  "beside its name in fields of their own": [
    ['{\n  "key": "DIALOG_ID",\n  "value": "42",\n  "type": "text"\n}', "42"],
    ['{"name":"DIALOG_ID","value":"42"}', "42"],
    ['{"name":"DIALOG_ID","type":"text","value":"42"}', "42"],
    ['<input name="DIALOG_ID" type="hidden" value="42">', "42"],
    ['- name: DIALOG_ID\n  value: "42"', "42"],
    ["{ name: 'CHAT_ID', value: 29 }", "chat29"],
    ['<input name="DIALOG_ID" value="42">', "42"],
    ['"queryString":[{"name":"IM_DIALOG","value":"5"}]', "5"],
    ['"DIALOG_ID": /* ops */ 42,', "42"],
    ["&#x22;DIALOG_ID&#x22;: &#x22;42&#x22;", "42"],
  ],
  "of an event by the portal that sent it": [
    [
      '{"event":"ONIMBOTMESSAGEADD","DIALOG_ID":"chat7","auth":{"domain":"h.example"}}',
      "chat7 at h.example",
    ],
    [
      "[event] => ONIMBOTMESSAGEADD [DIALOG_ID] => chat7 [domain] => h.example",
      "chat7 at h.example",
    ],
    [
      "event=ONIMBOTMESSAGEADD&data%5BPARAMS%5D%5BDIALOG_ID%5D=chat7&auth%5Bdomain%5D=h.example",
      "chat7 at h.example",
    ],
    ["ONIMBOTMESSAGEADD DIALOG_ID=chat7 domain=a.example domain=b.example", "chat7"],
    ["DIALOG_ID=chat7 domain=h.example", "chat7"],
  ],
  "that is the only one in a line": [
    ['python3 send_to_chat.py chat97669 "hi"', "chat97669"],
    ["2026-04-11 10:15:02 INFO EVENT: ONIMBOTMESSAGEADD, DIALOG: chat8729, USER: 15", "chat8729"],
    ["bitbot:a1b2c3:55:chat7", "chat7"],
    ["curl --data 'DIALOG_ID=1&MESSAGE=hi' https://h.example/rest/1/s3cr3t/im.message.add", "1"],
  ],
  "of a link into the messenger": [
    ["https://h.example/online/?IM_DIALOG=chat34952&IM_MESSAGE=2209348", "chat34952 at h.example"],
    ["https://h.example.br/online/?IM_DIALOG=67807", "67807 at h.example.br"],
    ["https://h.example/extranet/online/?IM_DIALOG=chat5", "chat5 at h.example"],
    ["https://h.example/online/?IM_LINES=chat1763", "chat1763 at h.example"],
    ["https://h.example/online/?IM_COPILOT=chat5", "chat5 at h.example"],
    ["https://h.example/online/?IM_COLLAB=chat5", "chat5 at h.example"],
    ["https://h.example/online/?IM_HISTORY=chat5", "chat5 at h.example"],
    ["https://h.example/online/?IM_HISTORY=imol%7C512", "imol|512 at h.example"],
    ["https:\\/\\/h.example\\/online\\/?IM_LINES=chat5", "chat5 at h.example"],
    ["https%3A%2F%2Fh.example%2Fonline%2F%3FIM_DIALOG%3D5", "5 at h.example"],
    ["OTHER.example:8443/online/?IM_DIALOG=chat5", "chat5 at other.example:8443"],
    ["http://localhost:8080/online/?IM_DIALOG=chat29", "chat29 at localhost:8080"],
    ["see <https://h.example/online/?IM_DIALOG=crm%7CDEAL%7C88>", "crm|DEAL|88 at h.example"],
    [
      'curl "https://h.example/rest/1/s3cr3t/imbot.dialog.get?DIALOG_ID=chat29"',
      "chat29 at h.example",
    ],
    ["[URL=/online/?IM_DIALOG=chat55]Открыть чат[/URL]", "chat55"],
    ["bitrix24://h.example/online/?IM_DIALOG=chat29", "chat29 at h.example"],
    ["https://[broken/online/?IM_DIALOG=chat29", "chat29"],
    ["https://docs.example/x chat29", "chat29"],
    ["im.message.add?DIALOG_ID=chat5&MESSAGE=hi", "chat5"],
  ],
  "of a page of the portal": [
    ["https://h.example/company/personal/user/5/", "5 at h.example"],
    ["https://h.example/company/personal/user/1/tasks/task/view/8293/", "task 8293 at h.example"],
    ["/company/personal/user/1/tasks/task/view/8293/?ta_sec=chat", "task 8293"],
    ["https://h.example/workgroups/group/12/tasks/task/view/81/", "task 81 at h.example"],
    ["https://h.example/workgroups/group/12/", "workgroup 12 at h.example"],
    ["https://h.example/shop/orders/details/15/", "ORDER|15 at h.example"],
    ["https://h.example/crm/type/31/details/5/", "SMART_INVOICE|5 at h.example"],
    ["https://h.example/crm/type/2/details/88/", "DEAL|88 at h.example"],
    ["https://h.example/crm/type/7/details/4/", "QUOTE|4 at h.example"],
    ["https://h.example/crm/deal/edit/88/", "DEAL|88 at h.example"],
    ["«https://h.example/crm/deal/details/88/»", "DEAL|88 at h.example"],
    ["https://h.example/crm/type/156/details/1/", "DYNAMIC_156|1 at h.example"],
    ["https:\\/\\/h.example\\/crm\\/deal\\/details\\/88\\/", "DEAL|88 at h.example"],
  ],
  "as fields of the CRM write it": [
    ["T9c_1", "DYNAMIC_156|1"],
    ["T80_3", "DYNAMIC_128|3"],
    ["T1f_5", "SMART_INVOICE|5"],
    ["SI_5", "SMART_INVOICE|5"],
    ["Q_4", "QUOTE|4"],
    ["'UF_CRM_TASK' => ['D_88', 'C_31']", "DEAL|88"],
    ['"ufCrmTask":["T9c_1"]', "DYNAMIC_156|1"],
    ["O_15", "ORDER|15"],
    ["DYNAMIC_31|5", "SMART_INVOICE|5"],
  ],
  "of an Open Channel": [
    ["imol|livechat|1|67|21", "imol|livechat|1|67|21"],
    ["facebook|2|1647215182041960|862", "imol|facebook|2|1647215182041960|862"],
    ["my_connector|2|ab|c|7", "imol|my_connector|2|ab|c|7"],
    ["telegrambot%7C2%7C209607941%7C744", "imol|telegrambot|2|209607941|744"],
    ['"ENTITY_ID": "telegrambot|2|209607941|744"', "imol|telegrambot|2|209607941|744"],
    ['"ENTITY_ID" => "vendor_x|7|79990001122|77"', "imol|vendor_x|7|79990001122|77"],
    ["USER_CODE=vendor_x|7|abc|77", "imol|vendor_x|7|abc|77"],
    ["/contact_center/dialog_list/?CONFIG_ID=3&IM_HISTORY=imol|512", "imol|512"],
    ["imol|512", "imol|512"],
    ["session 512", "imol|512"],
    ["Сессия №512", "imol|512"],
    ["SESSION_ID=512", "imol|512"],
    ["'entity_data_1' => 'Y|DEAL|88|N|Y|512|1773682918|0|0|0'", "imol|512"],
    ['"entityData2":"LEAD|0|COMPANY|7|CONTACT|31|DEAL|88"', "COMPANY|7"],
  ],
  "of a task or a workgroup": [
    ["task 812", "task 812"],
    ["Задача №812", "task 812"],
    ["workgroup 12", "workgroup 12"],
    ["рабочая группа 12", "workgroup 12"],
    ["ENTITY_TYPE=TASKS_TASK&ENTITY_ID=8293", "task 8293"],
    ["'ENTITY_TYPE' => 'SONET_GROUP',\n'ENTITY_ID' => 64", "workgroup 64"],
    ["[CHAT_ENTITY_TYPE] => TASKS\n    [CHAT_ENTITY_ID] => 8293", "task 8293"],
    ["entity_type%5D=TASKS&data%5BPARAMS%5D%5BCHAT_ENTITY_ID%5D=81", "task 81"],
  ],
};

describe("An id is read", () => {
  for (const [kind, rows] of Object.entries(kinds)) {
    describe(kind, () => {
      for (const [text, first] of rows) {
        it(`${JSON.stringify(text)}: ${first}`, () => {
          assert.equal(read(text)[0], first);
        });
      }
    });
  }
});

describe("A mention, written as text of its own, reads as the same:", () => {
  for (const text of [
    "https://h.example/online/?IM_DIALOG=chat29",
    "http://10.0.0.7:8443/online/?IM_DIALOG=5",
    "https://h.example/online/?IM_DIALOG=crm%7CDEAL%7C88",
    "https://h.example/crm/deal/details/88/",
    "https://h.example/crm/type/1038/details/5/",
    "https://h.example/company/personal/user/7/tasks/task/view/812/",
    "https://h.example/workgroups/group/12/",
    "https://h.example/online/?IM_HISTORY=imol%7C512",
    "$dialogId = 'sg12';",
    "'DIALOG_ID' => 5,",
    "'CHAT_ID' => 210,",
    "SESSION_ID=512",
    "imol|telegrambot|67|210|7",
  ]) {
    it(text, () => {
      const [mention] = findMentions(text);
      assert.ok(mention);
      assert.equal(read(writtenMention(mention))[0], read(text)[0]);
    });
  }
});

describe("What was pasted", () => {
  it("is several things where it names several, each once, in its own order", () => {
    assert.deepEqual(read("left chat29 for chat30\nand chat29 again, then deal DEAL|88"), [
      "chat29",
      "chat30",
      "DEAL|88",
    ]);
    assert.deepEqual(
      read("https://a.example/?IM_DIALOG=chat1 https://b.example/?IM_DIALOG=chat1"),
      ["chat1 at a.example", "chat1 at b.example"],
    );
  });

  it("is a list of ids where there is nothing else in it", () => {
    for (const text of ["42, chat29", '["42", "chat29"]', "42\r\nchat29\r\n", "42\tchat29"]) {
      assert.deepEqual(read(text), ["42", "chat29"], text);
    }
    assert.deepEqual(read("1. chat29\n2. 42"), ["chat29", "42"]);
    assert.deepEqual(read("1. chat29\n\n2) 42\n"), ["chat29", "42"]);
    for (const text of ["5. 6, 7", "5. 6\n7"]) assert.deepEqual(read(text), ["5", "6", "7"], text);
    for (const text of ["2026 04 11", "10:15, 11:30", "42, x", "a,\n42", "0, 42"]) {
      assert.ok(!read(text).includes("42"), text);
    }
  });

  it("tells the place of what it names, past the colors of a terminal", () => {
    const text = "see \u001b[33mchat29\u001b[39m, then \u001b[33mchat30\u001b[39m";
    assert.deepEqual(
      readText(text).map(({ at = 0 }) => text.slice(at, at + 6)),
      ["chat29", "chat30"],
    );
  });

  it("is first what its DIALOG_ID says, whatever else it names", () => {
    assert.deepEqual(read("[TO_CHAT_ID] => 6 [MESSAGE] => see chat9 [DIALOG_ID] => 1"), [
      "1",
      "chat6",
      "chat9",
    ]);
  });

  it("may be the chat of a bare number, but not where a link says whose it is", () => {
    assert.deepEqual(read("DIALOG_ID=5"), ["5", "chat5"]);
    assert.deepEqual(read("5"), ["5", "chat5"]);
    assert.deepEqual(read("BX24.im.openMessenger(5)"), ["5", "chat5"]);
    assert.deepEqual(read("?IM_DIALOG=5"), ["5"]);
  });

  it("may be an id and an object at once", () => {
    assert.deepEqual(read("crm|DEAL|88"), ["crm|DEAL|88", "DEAL|88"]);
  });

  it("is nothing where it names nothing", () => {
    for (const text of [
      "",
      "hello",
      "const prefix = 'IM_DIALOG=chat';",
      "?IM_DIALOG=U17",
      "DIALOG_ID=",
      "DIALOG_ID => $id",
      "IM_DIALOG=chat%zz",
      "task x",
      "session 5 of 10",
      "window.openChat(12)",
      "reopenChat(5)",
      "chat.openHistory(3)",
      "facebook.Messenger.openChat(5)",
      "Telegram chat id 5",
      "WhatsApp chat id 7",
      "Slack chat with ID 5",
      "order_12",
      "deal_1",
      "invoice_3",
      "message.chat.id = 100",
      '{"update_id":1,"message":{"from":{"id":7,"is_bot":false},"chat":{"id":7,"type":"private"}}}',
    ]) {
      assert.deepEqual(read(text), [], text);
    }
  });

  it("reads a DIALOG_ID that stands alone as what takes nothing else does", () => {
    const part = fc.constantFrom(
      "chat",
      "чат",
      "sg",
      "#",
      "№",
      "crm|DEAL|",
      "%7C",
      " ",
      "\u00a0",
      "'",
      "_",
    );
    const number = fc.nat({ max: 2_000_000 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.oneof(part, number), { maxLength: 5 }), (parts) => {
        const text = parts.join("");
        const ref = parseExactDialogId(text);
        if (ref !== undefined)
          assert.deepEqual(readText(text)[0], { subject: { kind: "dialog", ref } });
      }),
    );
  });

  it("is never an exception, and never an id whose digits are not in it", () => {
    const piece = fc.constantFrom(
      ..."chat sg crm| imol| DIALOG_ID CHAT_ID entity_data_1 IM_LINES= session [ ] ' \" => = : , | %7C %5D \\ / https://h.example /crm/deal/details/ 29 5 0 чат № _ . - Y|DEAL|".split(
        " ",
      ),
    );
    const pasted = fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), pasted), (text) => {
        for (const key of read(text)) {
          const digits = /\d+(?= at |$)/.exec(key)?.[0] ?? "";
          assert.ok(text.includes(digits), `${key} in ${text}`);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("Reading takes time in proportion to the text, whatever it repeats", () => {
  for (const piece of [
    "chat",
    "chat_id ",
    `chat_id${" ".repeat(40)}`,
    "&IM_DIALOG=chat5",
    "IM_DIALOG=5&",
    "https://",
    "a.b/",
    "a|1",
    "livechat|1|",
    "imol|1",
    "%7C1",
    "%25",
    "dialog_id'",
    "DIALOG_ID]]]]",
    '"chat":{"id":',
    "/crm/deal/details/1",
    "entity_data_1=>",
    "entity_type=tasks&",
    "uf_crm D_",
    "openChat(5",
    "1. ",
    "entity_data_1=>'a|",
    "sg1",
    "29, ",
    "\\",
    "chat_id\\\\",
    "MESSAGE_TYPE",
    "'",
    "\u001b[31m",
    "\u200b",
    "DIALOG_ID','value':",
    "domain=a.",
    "ONIMBOT&domain=a.b",
  ]) {
    it(JSON.stringify(piece), () => {
      assertGrowsLinearly((length) => {
        readText(`chat_ids: [${piece.repeat(length / piece.length)}`);
      }, 8_000);
    });
  }
});
