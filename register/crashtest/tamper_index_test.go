package crashtest

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// What is kept beside the trail says where to find things: altered, it hides entries or shows wrong ones, and a request may
// be numbered twice.
func TestTamperIndex(t *testing.T) {
	if _, ok := any((*sqlite.Store)(nil)).(register.Inspector); !ok {
		t.Skip("the store does not inspect its tables yet")
	}
	b := certified(t)
	for _, c := range []struct{ name, sql string }{
		{"document of an entry", "UPDATE fz_entry SET doc = 'contract:别的' WHERE @ AND seq = 5"},
		{"kind of an entry", "UPDATE fz_entry SET kind = 'norm' WHERE @ AND seq = 5"},
		{"act of an entry", "UPDATE fz_entry SET act = 'refuse' WHERE @ AND seq = 5"},
		{"step of an entry", "UPDATE fz_entry SET step = '办结' WHERE @ AND seq = 5"},
		{"day of an entry", "UPDATE fz_entry SET on_day = '2001-01-01' WHERE @ AND seq = 5"},
		{"due day of an entry", "UPDATE fz_entry SET due_day = '2001-01-01' WHERE @ AND seq = 5"},
		{"request of an entry", "UPDATE fz_entry SET req_id = 'x' WHERE @ AND seq = 5"},
		{"request of an entry removed", "UPDATE fz_entry SET req_id = NULL WHERE @ AND seq = 5"},
		{"part of an entry", "UPDATE fz_entry SET part = 1 WHERE @ AND seq = 5"},
		{"number deleted", "DELETE FROM fz_number WHERE @ AND seq = 5"},
		{"number of another entry", "UPDATE fz_number SET seq = 6 WHERE @ AND seq = 5"},
		{"number written otherwise", "UPDATE fz_number SET num_text = num_text || 'x' WHERE @ AND seq = 5"},
		{"number put in", "INSERT INTO fz_number SELECT organ, series, yr, 13, num_text || 'x', seq FROM fz_number WHERE @ AND seq = 5"},
		{"document deleted", "DELETE FROM fz_doc WHERE @ AND seq = 5"},
		{"document at another step", "UPDATE fz_doc SET step = '办结' WHERE @ AND seq = 5"},
		{"document at another entry", "UPDATE fz_doc SET seq = 6 WHERE @ AND seq = 5"},
		{"document due", "UPDATE fz_doc SET due_day = '2001-01-01' WHERE @ AND seq = 5"},
		{"document put in", "INSERT INTO fz_doc SELECT organ, doc || 'x', kind, step, due_day, seq FROM fz_doc WHERE @ AND seq = 5"},
		{"counter put in", "INSERT INTO fz_counter SELECT organ, '归档', 0, 7 FROM fz_counter WHERE @ LIMIT 1"},
		{"time of the head set ahead", "UPDATE fz_book SET at_ms = at_ms + 86400000 WHERE @"},
		{"time of the head set back", "UPDATE fz_book SET at_ms = at_ms - 86400000 WHERE @"},
		{"document of a secret", "INSERT INTO fz_secret (organ, seq, path, doc) SELECT organ, seq, '/x', 'contract:别的' FROM fz_entry WHERE @ AND seq = 5"},
	} {
		t.Run(c.name, func(t *testing.T) { require.NotEmpty(t, b.tamper(t, c.sql)) })
	}
}
