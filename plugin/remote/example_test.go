package remote_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
	"github.com/fazhi-go/fazhi/register"
)

// caps is a plug-in that looks at the amount of a contract. On the wire a document is its JSON, so that is what it reads.
func caps() plugin.Plugin {
	const code fazhi.Code = "licheng/contract/cap"
	return plugin.Plugin{
		Name: "licheng/contract-caps", Version: "1.0.0", Doc: "合同金额的上限", API: plugin.API,
		Checks: []fazhi.Check{{Code: code, Kind: "contract", Doc: "超过上限的合同应当集体讨论", Basis: "虚构的办法第三条"}},
		Check: func(_ context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
			r := new(plugin.CheckResponse)
			if strings.Contains(string(q.Doc.(*register.Raw).JSON), `"discussed":false`) {
				r.Issues = fazhi.Issues{{Code: code, Path: "/discussed", Message: "没有集体讨论"}}
			}
			return r, nil
		},
	}
}

// The plug-in is a service in a process of its own; the host asks it over HTTP.
func Example() {
	server, err := protocol.NewServer(caps())
	if err != nil {
		panic(err)
	}
	service := httptest.NewServer(remote.Handler(server))
	defer service.Close()

	ctx := context.Background()
	client, err := remote.HTTP{URL: service.URL}.Connect(ctx, protocol.Options{})
	if err != nil {
		panic(err)
	}
	defer client.Close()
	host, err := plugin.NewHost(client.Plugin())
	if err != nil {
		panic(err)
	}
	lease := &register.Raw{Of: fazhi.Ref{Kind: "contract", ID: "HT-1"}, Name: "临街店面租赁合同", JSON: []byte(`{"discussed":false}`)}
	found, err := host.Check(ctx, &plugin.CheckRequest{Doc: lease})
	if err != nil {
		panic(err)
	}
	for _, i := range found.Issues {
		fmt.Println(i.Code, i.Path, i.Message, i.Basis)
	}
	fmt.Println(found.Applied)
	// Output:
	// licheng/contract/cap /discussed 没有集体讨论 虚构的办法第三条
	// [licheng/contract-caps@1.0.0]
}

// A program on standard input and output is known by its path and its digest.
func ExampleProcess() {
	_, err := remote.Process{Path: "check", SHA256: "9f86"}.Connect(context.Background(), protocol.Options{})
	fmt.Println(err)
	// Output:
	// remote: Path 应当是绝对路径
	// remote: SHA256 应当是 64 位十六进制数字，或者 Unchecked
	// remote: Dir 应当是绝对路径
}

// What an author's main does. Each line is one message.
func ExampleServeStdio() {
	server, err := protocol.NewServer(caps())
	if err != nil {
		panic(err)
	}
	in := strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"shutdown","params":{}}` + "\n")
	if err := remote.ServeStdio(context.Background(), in, os.Stdout, server); err != nil {
		panic(err)
	}
	// Output: {"jsonrpc":"2.0","id":1,"result":{}}
}
