// Package bench measures the library beside the peers that a user would take instead, in one run and in CPU time,
// because wall time means little on a shared machine. It is a module of its own, so that the peers are in nobody's
// go.mod.
//
//	cd bench && go test -bench . -benchtime 3s
//
// The metric docs/cpu-s is finished documents for each second of processor time, user and system. The content is the
// ten-page report of examples/annual with invented figures.
package bench
