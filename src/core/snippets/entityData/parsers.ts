import type { ParserLanguage, PositionRead } from "./positionReads";

/** The parts of `entity_data_1` in their order. @see REST brief, entities.md section 4 */
const partNames = [
  "crm_enabled",
  "crm_type",
  "crm_id",
  "pause",
  "wait_action",
  "session_id",
  "session_start",
  "line_id",
  "block_date",
  "block_reason",
] as const;

/** The order in which portals mostly write `entity_data_2`: code that counts on it means these. */
const usualTypes = ["LEAD", "COMPANY", "CONTACT", "DEAL"];

export function parserName(language: ParserLanguage, field: 1 | 2): string {
  return language === "python" ? `parse_entity_data_${field}` : `parseEntityData${field}`;
}

/** How a language takes a part out of what its parser returns: one of `entity_data_1`, or the id of a type. */
const reads: Readonly<Record<ParserLanguage, readonly ((call: string, name: string) => string)[]>> =
  {
    php: [(call, name) => `${call}['${name}']`, (call, type) => `(${call}['${type}'] ?? null)`],
    python: [(call, name) => `${call}["${name}"]`, (call, type) => `${call}.get("${type}")`],
    go: [(call, name) => `${call}.${goName(name)}`, (call, type) => `${call}["${type}"]`],
    javascript: [(call, name) => `${call}.${camel(name)}`, (call, type) => `${call}.${type}`],
    typescript: [(call, name) => `${call}.${camel(name)}`, (call, type) => `${call}.${type}`],
  };

/** The same value, read by the parser; `undefined`: by position it is none that has a name. */
export function parsedRead(
  { source, index }: PositionRead,
  field: 1 | 2,
  language: ParserLanguage,
): string | undefined {
  if (index === undefined) return undefined;
  const name =
    field === 1 ? partNames[index] : index % 2 === 1 ? usualTypes[(index - 1) / 2] : undefined;
  const call = `${parserName(language, field)}(${source})`;
  return name === undefined ? undefined : reads[language][field - 1]?.(call, name);
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

function goName(name: string): string {
  const words = name.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join("").replace(/^Crm/, "CRM").replace(/Id$/, "ID");
}

/** A parser that takes a string of any length, and pairs in any order; what is not there is `null`, in Go nothing. */
export function parserOf(language: ParserLanguage, field: 1 | 2): string {
  return parsers[language][field - 1] ?? "";
}

const parsers: Readonly<Record<ParserLanguage, readonly [string, string]>> = {
  php: [
    `/** entity_data_1 of an Open Channel chat: parts may be missing, "0" and "NONE" mean nothing. */
function parseEntityData1(?string $text): array
{
    $parts = explode('|', $text ?? '');
    $flag = fn (int $i): ?bool => ['Y' => true, 'N' => false][$parts[$i] ?? ''] ?? null;
    $id = fn (int $i): ?int => preg_match('/^\\d{1,15}$/D', $parts[$i] ?? '') ? ((int) $parts[$i] ?: null) : null;
    $type = $parts[1] ?? '';
    $reason = $parts[9] ?? '';
    return [
        'crm_enabled' => $flag(0),
        'crm_type' => $type !== 'NONE' && preg_match('/^[A-Z][A-Z0-9_]*$/D', $type) ? $type : null,
        'crm_id' => $id(2),
        'pause' => $flag(3),
        'wait_action' => $flag(4),
        'session_id' => $id(5),
        'session_start' => $id(6),
        'line_id' => $id(7),
        'block_date' => $id(8),
        'block_reason' => in_array($reason, ['', '0'], true) ? null : $reason,
    ];
}
`,
    `/** entity_data_2 of an Open Channel chat: pairs of type and id in any order, "0" means not bound. */
function parseEntityData2(?string $text): array
{
    $parts = explode('|', $text ?? '');
    $ids = [];
    for ($i = 0; $i + 1 < count($parts); $i += 2) {
        if ($parts[$i] !== 'NONE' && preg_match('/^[A-Z][A-Z0-9_]*$/D', $parts[$i])
            && preg_match('/^\\d{1,15}$/D', $parts[$i + 1]) && (int) $parts[$i + 1] > 0) {
            $ids[$parts[$i]] = (int) $parts[$i + 1];
        }
    }
    return $ids;
}
`,
  ],
  python: [
    `def parse_entity_data_1(text):
    """entity_data_1 of an Open Channel chat: parts may be missing, "0" and "NONE" mean nothing."""
    parts = (text or "").split("|")

    def part(i):
        return parts[i] if i < len(parts) else ""

    def flag(i):
        return {"Y": True, "N": False}.get(part(i))

    def number(i):
        digits = part(i).isascii() and part(i).isdigit() and len(part(i)) <= 15
        return (int(part(i)) or None) if digits else None

    kind = part(1)
    is_kind = kind.isascii() and kind.replace("_", "A").isalnum() and kind[:1].isalpha()
    return {
        "crm_enabled": flag(0),
        "crm_type": kind if is_kind and kind == kind.upper() and kind != "NONE" else None,
        "crm_id": number(2),
        "pause": flag(3),
        "wait_action": flag(4),
        "session_id": number(5),
        "session_start": number(6),
        "line_id": number(7),
        "block_date": number(8),
        "block_reason": part(9) if part(9) not in ("", "0") else None,
    }
`,
    `def parse_entity_data_2(text):
    """entity_data_2 of an Open Channel chat: pairs of type and id in any order, "0" means not bound."""
    parts = (text or "").split("|")
    ids = {}
    for kind, number in zip(parts[::2], parts[1::2]):
        is_kind = kind.isascii() and kind.replace("_", "A").isalnum() and kind[:1].isalpha()
        is_number = number.isascii() and number.isdigit() and len(number) <= 15
        if is_kind and kind == kind.upper() and kind != "NONE" and is_number and int(number) > 0:
            ids[kind] = int(number)
    return ids
`,
  ],
  javascript: [javascript1(""), javascript2("", "")],
  typescript: [
    javascript1(": string | null | undefined"),
    javascript2(": string | null | undefined", ": Record<string, number>"),
  ],
  go: [
    `// EntityData1 is entity_data_1 of an Open Channel chat; what is missing, "0" or "NONE" is empty.
type EntityData1 struct {
	CRMEnabled   bool
	CRMType      string
	CRMID        int
	Pause        bool
	WaitAction   bool
	SessionID    int
	SessionStart int
	LineID       int
	BlockDate    int
	BlockReason  string
}

func parseEntityData1(text string) EntityData1 {
	parts := append(strings.Split(text, "|"), make([]string, 10)...)
	data := EntityData1{
		CRMEnabled:   parts[0] == "Y",
		CRMID:        entityNumber(parts[2]),
		Pause:        parts[3] == "Y",
		WaitAction:   parts[4] == "Y",
		SessionID:    entityNumber(parts[5]),
		SessionStart: entityNumber(parts[6]),
		LineID:       entityNumber(parts[7]),
		BlockDate:    entityNumber(parts[8]),
	}
	if isEntityType(parts[1]) {
		data.CRMType = parts[1]
	}
	if parts[9] != "0" {
		data.BlockReason = parts[9]
	}
	return data
}
`,
    `// parseEntityData2 reads entity_data_2 of an Open Channel chat: pairs of type and id in any order, "0" means not bound.
func parseEntityData2(text string) map[string]int {
	parts := strings.Split(text, "|")
	ids := map[string]int{}
	for i := 0; i+1 < len(parts); i += 2 {
		if id := entityNumber(parts[i+1]); isEntityType(parts[i]) && id > 0 {
			ids[parts[i]] = id
		}
	}
	return ids
}
`,
  ],
};

/** What both parsers of Go call. */
export const goHelpers = `func entityNumber(text string) int {
	number := 0
	for _, digit := range text {
		if digit < '0' || digit > '9' || len(text) > 15 {
			return 0
		}
		number = number*10 + int(digit-'0')
	}
	return number
}

func isEntityType(text string) bool {
	for i, sign := range text {
		isLetter := sign >= 'A' && sign <= 'Z'
		if !isLetter && (i == 0 || sign != '_' && (sign < '0' || sign > '9')) {
			return false
		}
	}
	return text != "" && text != "NONE"
}
`;

function javascript1(type: string): string {
  return `/** entity_data_1 of an Open Channel chat: parts may be missing, "0" and "NONE" mean nothing. */
function parseEntityData1(text${type}) {
  const parts = (text ?? "").split("|");
  const part = (i${type === "" ? "" : ": number"}) => parts[i] ?? "";
  const flag = (i${type === "" ? "" : ": number"}) => (part(i) === "Y" ? true : part(i) === "N" ? false : null);
  const id = (i${type === "" ? "" : ": number"}) => (/^\\d{1,15}$/.test(part(i)) && Number(part(i))) || null;
  return {
    crmEnabled: flag(0),
    crmType: /^(?!NONE$)[A-Z][A-Z0-9_]*$/.test(part(1)) ? part(1) : null,
    crmId: id(2),
    pause: flag(3),
    waitAction: flag(4),
    sessionId: id(5),
    sessionStart: id(6),
    lineId: id(7),
    blockDate: id(8),
    blockReason: part(9) === "" || part(9) === "0" ? null : part(9),
  };
}
`;
}

function javascript2(type: string, result: string): string {
  return `/** entity_data_2 of an Open Channel chat: pairs of type and id in any order, "0" means not bound. */
function parseEntityData2(text${type})${result} {
  const parts = (text ?? "").split("|");
  const ids${result} = {};
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [type = "", id = ""] = parts.slice(i, i + 2);
    if (/^(?!NONE$)[A-Z][A-Z0-9_]*$/.test(type) && /^\\d{1,15}$/.test(id) && Number(id) > 0) {
      ids[type] = Number(id);
    }
  }
  return ids;
}
`;
}
