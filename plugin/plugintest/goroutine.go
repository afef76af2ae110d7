package plugintest

import (
	"maps"
	"runtime"
	"slices"
	"strings"
	"time"
)

// goroutines ends the plug-in after it has been asked everything, and names where what is left was started. Goroutines may
// take a moment to go.
func goroutines(t *trial) {
	t.stop()
	before := running()
	if !t.restart() {
		return
	}
	for _, q := range t.ordinary() {
		_, _ = t.put(q)
	}
	t.stop()
	var left []string
	for range 200 {
		if left = since(before); len(left) == 0 {
			return
		}
		time.Sleep(grace / 200)
	}
	counts := make(map[string]int)
	for _, creator := range left {
		counts[creator]++
	}
	for _, creator := range slices.Sorted(maps.Keys(counts)) {
		t.fault("还有 %d 个协程，由 %s 启动", counts[creator], creator)
	}
}

// since returns who started the goroutines that were not running before.
func since(before map[string]string) []string {
	var left []string
	for id, creator := range running() {
		if _, ok := before[id]; !ok {
			left = append(left, creator)
		}
	}
	return left
}

// maxStacks is how much of the stacks is read.
const maxStacks = 16 << 20

// running returns the goroutines by their numbers with the function that started each; those of the Go runtime and of
// package testing are not among them.
func running() map[string]string {
	buf := make([]byte, 256<<10)
	n := runtime.Stack(buf, true)
	for n == len(buf) && n < maxStacks {
		buf = make([]byte, 2*len(buf))
		n = runtime.Stack(buf, true)
	}
	all := make(map[string]string)
	for _, stack := range strings.Split(string(buf[:n]), "\n\n") {
		id, _, _ := strings.Cut(strings.TrimPrefix(stack, "goroutine "), " ")
		_, creator, ok := strings.Cut(stack, "\ncreated by ")
		creator, _, _ = strings.Cut(creator, " in goroutine")
		creator, _, _ = strings.Cut(creator, "\n")
		if ok && !strings.HasPrefix(creator, "runtime.") && !strings.HasPrefix(creator, "testing.") {
			all[id] = creator
		}
	}
	return all
}
