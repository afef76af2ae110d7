//go:build tools && unix

package wasm_test

import (
	"fmt"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/internal/faults/faulty"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/wasm"
	"github.com/fazhi-go/fazhi/register"
)

// ordinance returns a document of many articles, of about so many bytes, which asks for no fault.
func ordinance(size int) fazhi.Document {
	text := []byte(`{"serial":"GF-1","articles":[{"number":0,"text":"总则"}`)
	for n := 1; len(text) < size; n++ {
		text = fmt.Appendf(text, `,{"number":%d,"text":"本市行政区域内的虚构事项，由虚构的主管部门办理；期限为二十个工作日，自受理之日起计算。"}`, n)
	}
	return &register.Raw{Of: fazhi.Ref{Kind: faulty.Kind, ID: "GF-1"}, Name: string(faults.None), JSON: append(text, "]}"...)}
}

// patient returns the Go guest with time and memory enough for any document.
func patient(t testing.TB, module []byte) wasm.Module {
	t.Helper()
	return named(module, wasm.Module{Args: []string{string(faults.None)}, Timeout: time.Minute, Memory: 256 << 20})
}

// measured does something again and again, and reports milliseconds: the median, the least, and the processor's per run, which
// other work on the machine does not stretch.
func measured(b *testing.B, f func() error) {
	var times []time.Duration
	before := processor(b)
	for b.Loop() {
		began := time.Now()
		err := f()
		times = append(times, time.Since(began))
		require.NoError(b, err)
	}
	slices.Sort(times)
	b.ReportMetric((processor(b)-before).Seconds()*1000/float64(len(times)), "cpu-ms")
	b.ReportMetric(times[len(times)/2].Seconds()*1000, "p50-ms")
	b.ReportMetric(times[0].Seconds()*1000, "min-ms")
}

// processor is how long this process has been at work.
func processor(b *testing.B) time.Duration {
	var u syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkCheck is of one check, with what ends instances in time and without.
func BenchmarkCheck(b *testing.B) {
	module := built(b)
	for _, stoppable := range []bool{true, false} {
		m := patient(b, module)
		open := m.Conn
		if !stoppable {
			open = m.Unstoppable
		}
		conn, err := open(b.Context())
		require.NoError(b, err)
		client, err := protocol.Connect(b.Context(), conn, protocol.Options{})
		require.NoError(b, err)
		b.Cleanup(func() { require.NoError(b, client.Close()) })
		host, err := plugin.NewHost(client.Plugin())
		require.NoError(b, err)
		for _, size := range []int{4_500, 100_000} {
			b.Run(fmt.Sprintf("deadline=%t/%.1fKB", stoppable, float64(size)/1000), func(b *testing.B) {
				q := &plugin.CheckRequest{Doc: ordinance(size)}
				measured(b, func() error {
					_, err := host.Check(b.Context(), q)
					return err
				})
			})
		}
	}
}

// BenchmarkStart is of a new instance, until it asks for its first message.
func BenchmarkStart(b *testing.B) {
	for name, module := range map[string][]byte{"go": built(b), "small": rogue().wasm()} {
		conn, err := patient(b, module).Conn(b.Context())
		require.NoError(b, err)
		b.Cleanup(func() { require.NoError(b, conn.Close()) })
		b.Run(name, func(b *testing.B) {
			measured(b, func() error { return wasm.Start(b.Context(), conn) })
		})
	}
}

// BenchmarkCompile is of Conn: the first time, and with a cache that has the module.
func BenchmarkCompile(b *testing.B) {
	module := built(b)
	for name, dir := range map[string]string{"first": "", "cached": b.TempDir()} {
		m := patient(b, module)
		m.Cache = dir
		compile := func() error {
			conn, err := m.Conn(b.Context())
			if err != nil {
				return err
			}
			return conn.Close()
		}
		b.Run(name, func(b *testing.B) {
			if dir != "" {
				require.NoError(b, compile())
			}
			measured(b, compile)
		})
	}
}
