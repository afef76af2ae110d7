// Package faults lists what a plug-in can do wrong, commits each of it on demand, and says what its host makes of it by
// the way that the plug-in is reached. It is for tests: those of plugin, plugin/remote and plugin/wasm each prove one
// column of the table, and docs/sandbox.md prints it.
//
//	for _, row := range faults.Rows(faults.Stdio) {
//		t.Run(string(row.Fault), func(t *testing.T) { … row.Cell.Outcome … })
//	}
//
// The package needs the standard library only, so that a plug-in for WASM stays small. Package faulty, below, is a
// plug-in for this library that commits the faults.
package faults
