package crashtest

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What is kept beside the trail says where to find things: altered, it hides entries or shows wrong ones, and a request may
// be numbered twice.
func TestTamperIndex(t *testing.T) {
	b := certified(t)
	for _, c := range []struct {
		name, sql string
		seq       int // of the entry that is named; 0: the last one, since it is none in particular
	}{
		{"document of an entry", "UPDATE fz_entry SET doc = 'contract:别的' WHERE @ AND seq = 5", 5},
		{"kind of an entry", "UPDATE fz_entry SET kind = 'norm' WHERE @ AND seq = 5", 5},
		{"act of an entry", "UPDATE fz_entry SET act = 'refuse' WHERE @ AND seq = 5", 5},
		{"step of an entry", "UPDATE fz_entry SET step = '办结' WHERE @ AND seq = 5", 5},
		{"day of an entry", "UPDATE fz_entry SET on_day = '2001-01-01' WHERE @ AND seq = 5", 5},
		{"due day of an entry", "UPDATE fz_entry SET due_day = '2001-01-01' WHERE @ AND seq = 5", 5},
		{"request of an entry", "UPDATE fz_entry SET req_id = 'x' WHERE @ AND seq = 5", 5},
		{"request of an entry removed", "UPDATE fz_entry SET req_id = NULL WHERE @ AND seq = 5", 5},
		{"number deleted", "DELETE FROM fz_number WHERE @ AND seq = 5", 5},
		{"number of another entry", "UPDATE fz_number SET seq = 6 WHERE @ AND seq = 5", 5},
		{"number written otherwise", "UPDATE fz_number SET num_text = num_text || 'x' WHERE @ AND seq = 5", 5},
		{"number put in", "INSERT INTO fz_number SELECT organ, series, yr, 13, num_text || 'x', seq FROM fz_number WHERE @ AND seq = 5", 0},
		{"document deleted", "DELETE FROM fz_doc WHERE @ AND seq = 5", 5},
		{"document at another step", "UPDATE fz_doc SET step = '办结' WHERE @ AND seq = 5", 5},
		{"document at another entry", "UPDATE fz_doc SET seq = 6 WHERE @ AND seq = 5", 5},
		{"document due", "UPDATE fz_doc SET due_day = '2001-01-01' WHERE @ AND seq = 5", 5},
		{"document put in", "INSERT INTO fz_doc SELECT organ, doc || 'x', kind, step, due_day, seq FROM fz_doc WHERE @ AND seq = 5", 5},
		{"counter put in", "INSERT INTO fz_counter SELECT organ, '归档', 0, 7 FROM fz_counter WHERE @ LIMIT 1", 0},
		{"time of the head set ahead", "UPDATE fz_book SET at_ms = at_ms + 86400000 WHERE @", 12},
		{"time of the head set back", "UPDATE fz_book SET at_ms = at_ms - 86400000 WHERE @", 12},
		{"document of a secret", "INSERT INTO fz_secret (organ, seq, path, doc) SELECT organ, seq, '/x', 'contract:别的' FROM fz_entry WHERE @ AND seq = 5", 5},
	} {
		want := fmt.Sprint("index ", cmp.Or(c.seq, 12))
		if strings.HasPrefix(c.name, "counter") {
			want = "counter 12"
		}
		t.Run(c.name, func(t *testing.T) { require.Contains(t, b.tamper(t, c.sql), want) })
	}
}
