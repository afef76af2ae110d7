package course_test

import "testing"

// One case of ten events, replayed to its last day.
func BenchmarkReplay(b *testing.B) {
	r := replayer(b)
	_, f := courseOf(b, stateCouncil(b), 0)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Replay(f, end()); err != nil {
			b.Fatal(err)
		}
	}
}

// The same events, checked against each other.
func BenchmarkCheck(b *testing.B) {
	r := replayer(b)
	_, f := courseOf(b, stateCouncil(b), 0)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Check(f); err != nil {
			b.Fatal(err)
		}
	}
}
