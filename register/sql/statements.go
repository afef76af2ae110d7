package sql

// The statements. Of {a|b}, a is repeated once for each row with b between; BIGINT is the dialect's type, LOCK its suffix.
// All parameters are ?.
const (
	lockBooks = "SELECT organ, seq, head, at_ms FROM fz_book WHERE organ IN ({?|, }) ORDER BY organ LOCK"
	addBooks  = "INSERT INTO fz_book (organ, seq, head, at_ms) VALUES {(?, ?, ?, ?)|, }"
	moveBooks = "UPDATE fz_book SET" +
		" seq = CASE organ {WHEN ? THEN CAST(? AS BIGINT)| } END," +
		" head = CASE organ {WHEN ? THEN ?| } END," +
		" at_ms = CASE organ {WHEN ? THEN CAST(? AS BIGINT)| } END" +
		" WHERE organ IN ({?|, })"

	findCounters = "SELECT organ, series, yr, last_serial FROM fz_counter WHERE {(organ = ? AND series = ? AND yr = ?)| OR }"
	addCounters  = "INSERT INTO fz_counter (organ, series, yr, last_serial) VALUES {(?, ?, ?, ?)|, }"
	moveCounters = "UPDATE fz_counter SET last_serial = CASE" +
		" {WHEN organ = ? AND series = ? AND yr = ? THEN CAST(? AS BIGINT)| } ELSE last_serial END" +
		" WHERE {(organ = ? AND series = ? AND yr = ?)| OR }"

	// There are two of each of these: see Dialect.JoinKeys.
	findRequests = "SELECT organ, req_id, seq, line_sum, line FROM fz_entry WHERE {(organ = ? AND req_id = ?)| OR }"
	joinRequests = "SELECT e.organ, e.req_id, e.seq, e.line_sum, e.line FROM" +
		" ({SELECT CAST(? AS varchar) AS o, CAST(? AS varchar) AS n| UNION ALL }) k" +
		" JOIN fz_entry e ON e.organ = k.o AND e.req_id = k.n"
	fromLast = "SELECT e.organ, e.doc, e.seq, e.line_sum, e.line FROM fz_entry e WHERE "
	findLast = fromLast + "({(e.organ = ? AND e.doc = ?)| OR }) AND " + isLast + ")"
	joinLast = "SELECT e.organ, e.doc, e.seq, e.line_sum, e.line FROM" +
		" ({SELECT CAST(? AS varchar) AS o, CAST(? AS varchar) AS n| UNION ALL }) k" +
		" JOIN fz_entry e ON e.organ = k.o AND e.doc = k.n WHERE " + isLast + ")"

	// There are two of these, for documents of one organ and of several.
	dropDocs  = "DELETE FROM fz_doc WHERE organ = ? AND doc IN ({?|, })"
	dropDocsX = "DELETE FROM fz_doc WHERE {(organ = ? AND doc = ?)| OR }"

	addEntries = "INSERT INTO fz_entry" +
		" (organ, seq, doc, kind, act, step, on_day, due_day, req_id, part, line_sum, line)" +
		" VALUES {(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)|, }"
	addNumbers = "INSERT INTO fz_number (organ, series, yr, serial, num_text, seq) VALUES {(?, ?, ?, ?, ?, ?)|, }"
	findTaken  = "SELECT series FROM fz_number WHERE organ = ? AND num_text = ?"
	addDocs    = "INSERT INTO fz_doc (organ, doc, kind, step, due_day, seq) VALUES {(?, ?, ?, ?, ?, ?)|, }"

	addSecrets = "INSERT INTO fz_secret (organ, seq, path, doc, key_id, box, digest, digest_rest)" +
		" VALUES {(?, ?, ?, ?, ?, ?, ?, ?)|, }"
	lockSecret = "SELECT CASE WHEN box IS NULL THEN 0 ELSE 1 END FROM fz_secret WHERE organ = ? AND seq = ? AND path = ? LOCK"
	setSecret  = "UPDATE fz_secret SET key_id = ?, box = ?, digest = ?, digest_rest = ?" +
		" WHERE organ = ? AND seq = ? AND path = ?"
	readSecret = "SELECT seq, path, doc, key_id, box, digest, digest_rest FROM fz_secret"
	ofEntries  = readSecret + " WHERE organ = ? AND seq IN ({?|, }) ORDER BY seq, path"

	lockCursor = "SELECT seq, holder, until_ms FROM fz_cursor WHERE subscriber = ? AND organ = ? LOCK"
	addCursor  = "INSERT INTO fz_cursor (subscriber, organ, seq, holder, until_ms) VALUES (?, ?, ?, ?, ?)"
	setCursor  = "UPDATE fz_cursor SET seq = ?, holder = ?, until_ms = ? WHERE subscriber = ? AND organ = ?"

	dropParked = "DELETE FROM fz_parked WHERE subscriber = ? AND organ = ? AND doc = ?"
	addParked  = "INSERT INTO fz_parked (subscriber, organ, doc, from_seq, attempts, next_ms) VALUES (?, ?, ?, ?, ?, ?)"
)

// Numbers of columns, as the statements above have them.
const (
	bookColumns    = 4
	counterColumns = 4
	entryColumns   = 12
	numberColumns  = 6
	docColumns     = 6
	secretColumns  = 8
)
