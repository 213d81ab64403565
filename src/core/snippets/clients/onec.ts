import { needsBotToken, type ShownCall } from "../../portal/methodCall";
import { TokenPlace } from "../../portal/shownParams";
import { webhookShape, type SnippetClient } from "../client";
import { jsonPieces } from "../languages/json";
import { splitAtUnprintable } from "../languages/escapes";

/** The body of a request: JSON text, in which a bot's token stands as JSON of its own. */
function body(call: ShownCall): string {
  return jsonPieces(call)
    .map((piece) => {
      if (typeof piece === "string") return bslText(piece);
      if (piece.before === undefined) return "Запись.Закрыть()";
      const before = bslText(JSON.stringify(piece.before).slice(0, -1));
      return `${before} + КодироватьСтроку(ТокенБота, СпособКодированияСтроки.КодировкаURL) + """"`;
    })
    .join(" + ");
}

/** A token on its own is escaped by the platform; inside a batch it is encoded as in an address. */
function tokenAsJson(call: ShownCall): string {
  if (!jsonPieces(call).some((piece) => piece instanceof TokenPlace && piece.before === undefined))
    return "";
  return `Запись = Новый ЗаписьJSON;
Запись.УстановитьСтроку();
ЗаписатьJSON(Запись, ТокенБота);
`;
}

function request(call: ShownCall): string {
  const token = needsBotToken(call) ? " and ТокенБота" : "";
  return `// Set Хост and ПутьВебхука (/rest/USER_ID/SECRET of ${webhookShape})${token} from a constant or the safe storage.
Соединение = Новый HTTPСоединение(Хост, , , , , 30, Новый ЗащищенноеСоединениеOpenSSL());
Запрос = Новый HTTPЗапрос(ПутьВебхука + ${bslText(`/${call.method}`)});
Запрос.Заголовки.Вставить("Content-Type", "application/json");
${tokenAsJson(call)}Тело = ${body(call)};
Запрос.УстановитьТелоИзСтроки(Тело, КодировкаТекста.UTF8, ИспользованиеByteOrderMark.НеИспользовать);
Чтение = Новый ЧтениеJSON;
Чтение.УстановитьСтроку(Соединение.ОтправитьДляОбработки(Запрос).ПолучитьТелоКакСтроку());
Ответ = ПрочитатьJSON(Чтение);
Если Ответ.Свойство("error") Тогда
	ВызватьИсключение Строка(Ответ.error) + ": " + Ответ.error_description;
КонецЕсли;
Результат = Ответ.result;
`;
}

/** 1C:Enterprise 8.3.11 and newer. It keeps no programs in files: the lines go into a procedure. */
export const onec: SnippetClient = {
  id: "1c",
  label: "1C:Enterprise",
  languages: ["bsl"],
  limits: ["noEnvironment"],
  call: request,
};

/** A text of the language of 1C: a quote is written twice, what has no place in a line is named by its code. */
function bslText(text: string): string {
  const pieces = splitAtUnprintable(text).map((piece, index) =>
    index % 2 === 0 ? `"${piece.replaceAll('"', '""')}"` : `Символ(${piece.charCodeAt(0)})`,
  );
  return pieces.length === 1
    ? pieces.join("")
    : pieces.filter((piece) => piece !== '""').join(" + ");
}
