package protocol_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
)

// Both ends in one program: the plug-in is served, and the host asks it through messages. In earnest a transport of package
// plugin/remote or plugin/wasm stands between them.
func Example() {
	server, err := protocol.NewServer(plugin.Plugin{
		Name: "licheng/size", Version: "1.0.0", Doc: "内容不为空", API: plugin.API,
		Checks: []fazhi.Check{{Code: "licheng/size/empty", Doc: "内容不为空", Basis: "某某办法第一条"}},
		Check: func(_ context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
			if string(q.Doc.(*register.Raw).JSON) != "{}" {
				return nil, nil
			}
			return &plugin.CheckResponse{Issues: fazhi.Issues{{Code: "licheng/size/empty", Message: "没有内容"}}}, nil
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx := context.Background()
	client, err := protocol.Connect(ctx, protocol.Direct(server), protocol.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer client.Close()
	host, err := plugin.NewHost(client.Plugin())
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := host.Check(ctx, &plugin.CheckRequest{Doc: &register.Raw{Of: fazhi.Ref{Kind: "note", ID: "1"}, JSON: []byte(`{}`)}})
	fmt.Println(found.Issues, err)
	fmt.Println(found.Applied)
	// Output:
	// [没有内容（某某办法第一条） [licheng/size/empty]] <nil>
	// [licheng/size@1.0.0]
}

// A plug-in in any language is asked with one line and answers with one.
func ExampleServer_Handle() {
	server, err := protocol.ServerOptions{Document: leaseOf}.NewServer(full())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(server.Handle(context.Background(),
		[]byte(`{"jsonrpc":"2.0","id":5,"method":"number","params":{"series":"租赁","organ":"鲤城区司法局"}}`))))
	fmt.Println(string(server.Handle(context.Background(), []byte(`{"jsonrpc":"2.0","id":6,"method":"paint","params":{}}`))))
	// Output:
	// {"jsonrpc":"2.0","id":5,"result":{"pattern":"泉鲤租〔{year}〕{serial}号"}}
	// {"jsonrpc":"2.0","id":6,"error":{"code":-32601,"message":"没有这种方法"}}
}
