package remote_test

import (
	"fmt"
	"os/exec"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/internal/faults/faulty"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

// An ordinance is a document of many articles, which asks for no fault.
type ordinance struct {
	Serial   string    `json:"serial"`
	Articles []article `json:"articles"`
}

type article struct {
	Number int    `json:"number"`
	Text   string `json:"text"`
}

func (o *ordinance) Kind() fazhi.Kind { return faulty.Kind }
func (o *ordinance) ID() string       { return o.Serial }
func (o *ordinance) Title() string    { return string(faults.None) }

// ordinanceOf returns one of about so many bytes as JSON.
func ordinanceOf(size int) *ordinance {
	o := &ordinance{Serial: "GF-1"}
	for n := 0; n < size; n += 158 {
		text := "本市行政区域内的虚构事项，由虚构的主管部门依照本办法办理；办理期限为二十个工作日，自受理之日起计算。"
		o.Articles = append(o.Articles, article{len(o.Articles) + 1, text})
	}
	return o
}

// benchmark checks one document again and again.
func benchmark(b *testing.B, p plugin.Plugin) {
	host, err := plugin.NewHost(p)
	require.NoError(b, err)
	for _, size := range []int{4_500, 100_000} {
		b.Run(fmt.Sprintf("%.1fKB", float64(size)/1000), func(b *testing.B) {
			q := &plugin.CheckRequest{Doc: ordinanceOf(size)}
			var times []time.Duration
			for b.Loop() {
				began := time.Now()
				found, err := host.Check(b.Context(), q)
				times = append(times, time.Since(began))
				if err != nil || len(found.Issues) != 1 {
					b.Fatal(err)
				}
			}
			reportTimes(b, times)
		})
	}
}

func BenchmarkInProcess(b *testing.B) { benchmark(b, faulty.Plugin()) }

func BenchmarkStdio(b *testing.B) {
	client, err := program(b, faults.None).Connect(b.Context(), protocol.Options{})
	require.NoError(b, err)
	defer client.Close()
	benchmark(b, client.Plugin())
}

// BenchmarkHTTP asks a service in a process of its own, on the loopback.
func BenchmarkHTTP(b *testing.B) {
	address, _ := serve(b, exec.Command(programPath(), "http", string(faults.None), "127.0.0.1:0"))
	client, err := remote.HTTP{URL: "http://" + address}.Connect(b.Context(), protocol.Options{})
	require.NoError(b, err)
	defer client.Close()
	benchmark(b, client.Plugin())
}

// BenchmarkStart is what it takes from nothing to the first answer, and in ns/op also to the end of the process.
func BenchmarkStart(b *testing.B) {
	p := program(b, faults.None)
	b.Run("checked", func(b *testing.B) { benchmarkStart(b, p) })
	p.SHA256 = remote.Unchecked
	b.Run("unchecked", func(b *testing.B) { benchmarkStart(b, p) })
}

func benchmarkStart(b *testing.B, p remote.Process) {
	var times []time.Duration
	for b.Loop() {
		began := time.Now()
		client, err := p.Connect(b.Context(), protocol.Options{})
		times = append(times, time.Since(began))
		if err != nil {
			b.Fatal(err)
		}
		if err := client.Close(); err != nil {
			b.Fatal(err)
		}
	}
	reportTimes(b, times)
}

// reportTimes reports the median and the shortest in milliseconds.
func reportTimes(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2].Seconds()*1000, "p50-ms")
	b.ReportMetric(times[0].Seconds()*1000, "min-ms")
}
