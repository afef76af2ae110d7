package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"unicode/utf8"

	goplugin "github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
	"github.com/fazhi-go/fazhi/register"
)

// The test binary is also the plug-ins: one process more, with one of these words as its argument.
const (
	beOurs = "be-a-plugin"
	bePeer = "be-a-go-plugin"
)

func TestMain(m *testing.M) {
	word := ""
	if len(os.Args) > 1 {
		word = os.Args[1]
	}
	switch word {
	case beOurs:
		server, err := protocol.ServerOptions{Document: read}.NewServer(lengths())
		if err == nil {
			err = remote.ServeStdio(context.Background(), os.Stdin, os.Stdout, server)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	case bePeer:
		goplugin.Serve(&goplugin.ServeConfig{HandshakeConfig: handshake, Plugins: peers, GRPCServer: goplugin.DefaultGRPCServer})
	default:
		os.Exit(m.Run())
	}
}

// A notice is the document: paragraphs of a normative document.
type notice struct {
	Name       string   `json:"name"`
	Paragraphs []string `json:"paragraphs"`
}

func (*notice) Kind() fazhi.Kind { return "bench/notice" }
func (*notice) ID() string       { return "TZ-1" }
func (n *notice) Title() string  { return n.Name }

// noticeOf returns a document whose JSON has about so many bytes.
func noticeOf(size int) *notice {
	n := &notice{Name: "关于加强临时占道管理的通知"}
	for left := size; left > 0; left -= 150 {
		n.Paragraphs = append(n.Paragraphs, "各街道办事处应当自本通知印发之日起十个工作日内完成辖区内临时占道情况的登记并报区司法局备案。")
	}
	return n
}

const tooLong fazhi.Code = "bench/notice/long"

// check is what both do with a document: find the paragraphs that are too long, of which there are none.
func check(n *notice) []string {
	var found []string
	for i, p := range n.Paragraphs {
		if utf8.RuneCountInString(p) > 1000 {
			found = append(found, string(fazhi.At("paragraphs", i)))
		}
	}
	return found
}

func lengths() plugin.Plugin {
	return plugin.Plugin{Name: "bench/lengths", Version: "1.0.0", Doc: "段落的长度。", API: plugin.API, Checks: []fazhi.Check{{
		Code: tooLong, Kind: "bench/notice", Doc: "段落不宜过长。", Basis: "测量", Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, n *notice) error {
			for _, at := range check(n) {
				p.Report(fazhi.Path(at), "段落过长")
			}
			return nil
		}),
	}}}
}

// read makes the document out of its JSON, in the other process.
func read(raw *register.Raw) (fazhi.Document, error) {
	n := new(notice)
	return n, json.Unmarshal(raw.JSON, n)
}

// What follows is the peer: go-plugin over gRPC, with JSON both ways, as Terraform's and Vault's plug-ins are built.

var handshake = goplugin.HandshakeConfig{ProtocolVersion: 1, MagicCookieKey: "BENCH", MagicCookieValue: "BENCH"}

var peers = goplugin.PluginSet{"check": &grpcPlugin{}}

type grpcPlugin struct {
	goplugin.NetRPCUnsupportedPlugin
}

func (*grpcPlugin) GRPCServer(_ *goplugin.GRPCBroker, s *grpc.Server) error {
	s.RegisterService(&service, &grpcPlugin{})
	return nil
}

func (*grpcPlugin) GRPCClient(_ context.Context, _ *goplugin.GRPCBroker, c *grpc.ClientConn) (any, error) {
	return c, nil
}

var service = grpc.ServiceDesc{ServiceName: "bench.Check", HandlerType: (*any)(nil), Methods: []grpc.MethodDesc{{
	MethodName: "Check", Handler: func(_ any, ctx context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
		in := new(wrapperspb.BytesValue)
		if err := decode(in); err != nil {
			return nil, err
		}
		n := new(notice)
		if err := json.Unmarshal(in.Value, n); err != nil {
			return nil, err
		}
		out, err := json.Marshal(check(n))
		return wrapperspb.Bytes(out), err
	},
}}}
