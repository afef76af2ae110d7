package crashtest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/checkpoint"
)

// victim is the organ whose book is tampered with. It has 12 entries, each with the next number of two series.
const victim = "鲤城区司法局"

// Whoever has the database can alter rows. What each alteration of the trail, the counters and the heads shows as: faults
// and their entries. Further ones may follow from them.
func TestTamper(t *testing.T) {
	b := certified(t)
	for _, c := range []struct {
		name string
		sql  string   // statements of which @ stands for the victim's rows
		want []string // code and entry
	}{
		{"nothing", "", nil},

		{"content", edit("jb1", "jb2", 5), []string{"changed 5"}},
		{"content of the last", edit("jb1", "jb2", 12), []string{"changed 12"}},
		{"content with a new sum", edit("jb1", "jb2", 5) + resum(5), []string{"link 6", "checkpoint 1"}},
		{"content of the last with a new sum", edit("jb1", "jb2", 12) + resum(12), []string{"head 12", "checkpoint 1"}},
		{"number in the content", edit(`"serial":5`, `"serial":4`, 5), []string{"changed 5", "number 5"}},
		{"sum", "UPDATE fz_entry SET line_sum = '" + strings.Repeat("ab", 32) + "' WHERE @ AND seq = 5", []string{"changed 5", "link 6"}},
		{"sum that is none", "UPDATE fz_entry SET line_sum = 'x' WHERE @ AND seq = 5", []string{"unreadable 5"}},
		{"content that is none", "UPDATE fz_entry SET line = '{}' WHERE @ AND seq = 5", []string{"unreadable 5"}},
		{"deleted", "DELETE FROM fz_entry WHERE @ AND seq = 5", []string{"missing 5"}},
		{"first ones deleted", "DELETE FROM fz_entry WHERE @ AND seq <= 2", []string{"missing 1"}},
		{"all deleted", "DELETE FROM fz_entry WHERE @", []string{"missing 1"}},
		{"two swapped", `UPDATE fz_entry SET seq = -seq WHERE @ AND seq IN (5, 6);
			UPDATE fz_entry SET seq = 11 + seq WHERE @ AND seq < 0`, []string{"unreadable 5", "unreadable 6"}},
		{"two contents swapped", `CREATE TEMP TABLE was AS SELECT seq, line, line_sum FROM fz_entry WHERE @;
			UPDATE fz_entry SET (line, line_sum) = (SELECT w.line, w.line_sum FROM was w WHERE w.seq = 11 - fz_entry.seq)
			WHERE @ AND seq IN (5, 6)`, []string{"unreadable 5", "unreadable 6"}},
		{"inserted at the end", insert(13, 12), []string{"head 13"}},
		{"inserted in the middle", "DELETE FROM fz_entry WHERE @ AND seq = 5;" + insert(5, 4), []string{"unreadable 5"}},
		{"given to another organ", "UPDATE fz_entry SET organ = '丰泽区司法局', seq = 1000 WHERE @ AND seq = 5", []string{"missing 5"}},

		{"counter set back", "UPDATE fz_counter SET last_serial = 11 WHERE @", []string{"counter 12", "counter 12"}},
		{"counter set ahead", "UPDATE fz_counter SET last_serial = 13 WHERE @ AND series = '发文'", []string{"counter 12"}},
		{"counter deleted", "DELETE FROM fz_counter WHERE @ AND series = '受理'", []string{"counter 12"}},
		{"counter of another year", "UPDATE fz_counter SET yr = yr - 1 WHERE @ AND series = '发文'", []string{"counter 12"}},

		{"head set back", "UPDATE fz_book SET seq = 11 WHERE @", []string{"head 11", "head 12"}},
		{"head set ahead", "UPDATE fz_book SET seq = 13 WHERE @", []string{"missing 13"}},
		{"sum of the head", "UPDATE fz_book SET head = '" + strings.Repeat("ab", 32) + "' WHERE @", []string{"head 12"}},
		{"head deleted", "DELETE FROM fz_book WHERE @", []string{"head 1"}},

		{"end cut off, the rest left", "DELETE FROM fz_entry WHERE @ AND seq > 10", []string{"missing 11"}},
		{"end cut off with the head", cutOff(10, false), []string{"counter 10", "checkpoint 11"}},
		{"end cut off with head and counters", cutOff(10, true), []string{"checkpoint 11"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := b.tamper(t, c.sql)
			require.Subset(t, found, c.want)
			require.Equal(t, len(c.want) == 0, len(found) == 0)
		})
	}
}

// edit replaces text in the content of an entry.
func edit(old, new string, seq int) string {
	return fmt.Sprintf("UPDATE fz_entry SET line = replace(line, '%s', '%s') WHERE @ AND seq = %d;", old, new, seq)
}

// resum stands for the statement that gives an entry the sum of its content, which SQL cannot compute.
func resum(seq int) string { return fmt.Sprintf("RESUM %d", seq) }

// insert copies an entry to another place.
func insert(seq, from int) string {
	return fmt.Sprintf(`INSERT INTO fz_entry (organ, seq, doc, kind, act, step, on_day, due_day, req_id, part, line_sum, line)
		SELECT organ, %d, doc, kind, act, step, on_day, due_day, NULL, part, line_sum, line FROM fz_entry WHERE @ AND seq = %d`, seq, from)
}

// cutOff removes the entries after seq and all that could betray it within the database, but for the counters if they are
// to stay.
func cutOff(seq int, counters bool) string {
	text := fmt.Sprintf(`DELETE FROM fz_entry WHERE @ AND seq > %[1]d;
		DELETE FROM fz_number WHERE @ AND seq > %[1]d;
		DELETE FROM fz_doc WHERE @ AND seq > %[1]d;
		UPDATE fz_book SET (seq, head, at_ms) =
			(SELECT e.seq, e.line_sum, round(unixepoch(e.line ->> '$.at', 'subsec') * 1000)
			FROM fz_entry e WHERE e.organ = fz_book.organ AND e.seq = %[1]d)
			WHERE @;`, seq)
	if counters {
		text += fmt.Sprintf("UPDATE fz_counter SET last_serial = %d WHERE @", seq)
	}
	return text
}

// A book is a file as it was before it was tampered with, and the checkpoint of the victim's book.
type book struct {
	file  []byte
	known checkpoint.Checkpoint
}

// certified makes a file with 12 entries in each book.
func certified(t *testing.T) *book {
	t.Helper()
	q := newTrial(t).inquest(place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")})
	store, err := q.place.Open(t.Context())
	require.NoError(t, err)
	q.fill(store, "甲", 36, time.Now)
	q.hold(store)
	require.NoError(t, store.Close())
	file, err := os.ReadFile(q.place.At)
	require.NoError(t, err)
	return &book{file: file, known: q.last[victim]}
}

// tamper alters a copy behind the store's back and returns what Verify finds.
func (b *book) tamper(t *testing.T, statements string) []string {
	t.Helper()
	p := place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")}
	require.NoError(t, os.WriteFile(p.At, b.file, 0o600))
	alter(t, p, statements)
	store, err := p.Open(t.Context())
	require.NoError(t, err)
	defer store.Close()
	result, err := audit.Verify(t.Context(), store, register.Scope{Organ: victim}, audit.Options{Checkpoints: []checkpoint.Checkpoint{b.known}})
	require.NoError(t, err)
	var found []string
	for _, f := range result.Faults {
		found = append(found, fmt.Sprintf("%s %d", strings.TrimPrefix(string(f.Code), "register/audit/"), f.Seq))
	}
	return found
}

// alter runs statements on the database.
func alter(t *testing.T, p place, statements string) {
	t.Helper()
	db, err := p.Raw()
	require.NoError(t, err)
	defer db.Close()
	statements = strings.ReplaceAll(statements, "@", "organ = '"+victim+"'")
	statements, of, found := strings.Cut(statements, "RESUM ")
	_, err = db.Exec(statements)
	require.NoError(t, err)
	if found {
		var line string
		require.NoError(t, db.QueryRow("SELECT line FROM fz_entry WHERE organ = ? AND seq = ?", victim, of).Scan(&line))
		sum := register.SHA256().Of([]byte(line)).String()
		_, err = db.Exec("UPDATE fz_entry SET line_sum = ? WHERE organ = ? AND seq = ?", sum, victim, of)
		require.NoError(t, err)
	}
}
