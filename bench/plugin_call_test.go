package bench

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/hashicorp/go-hclog"
	goplugin "github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

// BenchmarkPlugin checks a document of 4.5 KB and of 100 KB: by a plug-in in the process, by the same in a process of its own
// (stdio), and by go-plugin over gRPC. p50 is the median of a call on the wall clock; CPU time is the host's alone.
func BenchmarkPlugin(b *testing.B) {
	for _, size := range []int{4_500, 100_000} {
		doc := noticeOf(size)
		text, err := json.Marshal(doc)
		fail(b, err)
		name := strconv.Itoa(len(text)/100*100) + "B/"
		b.Run(name+"fazhi-in-process", func(b *testing.B) { calls(b, hosted(b, lengths(), doc)) })
		b.Run(name+"fazhi-stdio", func(b *testing.B) { calls(b, hosted(b, child(b), doc)) })
		b.Run(name+"go-plugin-grpc", func(b *testing.B) { calls(b, peer(b, doc)) })
	}
}

func fail(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// calls runs one b.N times and reports the median and the processor time of a call.
func calls(b *testing.B, one func() error) {
	b.Helper()
	b.ReportAllocs()
	fail(b, one()) // the start is not what is measured here
	var took []time.Duration
	began := cpu(b)
	for b.Loop() {
		from := time.Now()
		if err := one(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(from))
	}
	b.ReportMetric(float64((cpu(b)-began).Nanoseconds())/float64(b.N), "host-cpu-ns")
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Nanoseconds()), "p50-ns")
}

// hosted returns a check by a host of one plug-in.
func hosted(b *testing.B, p plugin.Plugin, doc *notice) func() error {
	h, err := plugin.NewHost(p)
	fail(b, err)
	q := &plugin.CheckRequest{Doc: doc}
	return func() error {
		_, err := h.Check(b.Context(), q)
		return err
	}
}

// child is our plug-in in a process of its own.
func child(b *testing.B) plugin.Plugin {
	self, err := os.Executable()
	fail(b, err)
	client, err := remote.Process{Path: self, SHA256: remote.Unchecked, Args: []string{beOurs}}.Connect(b.Context(), protocol.Options{})
	fail(b, err)
	b.Cleanup(func() { client.Close() })
	return client.Plugin()
}

// peer returns a check by go-plugin.
func peer(b *testing.B, doc *notice) func() error {
	self, err := os.Executable()
	fail(b, err)
	client := goplugin.NewClient(&goplugin.ClientConfig{
		HandshakeConfig: handshake, Plugins: peers, Cmd: exec.Command(self, bePeer),
		AllowedProtocols: []goplugin.Protocol{goplugin.ProtocolGRPC}, Logger: hclog.NewNullLogger(),
	})
	b.Cleanup(client.Kill)
	conn, err := client.Client()
	fail(b, err)
	raw, err := conn.Dispense("check")
	fail(b, err)
	service := raw.(*grpc.ClientConn)
	return func() error { return ask(b.Context(), service, doc) }
}

func ask(ctx context.Context, conn *grpc.ClientConn, doc *notice) error {
	text, err := json.Marshal(doc)
	if err != nil {
		return err
	}
	out := new(wrapperspb.BytesValue)
	if err := conn.Invoke(ctx, "/bench.Check/Check", wrapperspb.Bytes(text), out); err != nil {
		return err
	}
	var found []string
	return json.Unmarshal(out.Value, &found)
}
