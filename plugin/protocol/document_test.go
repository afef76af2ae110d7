package protocol_test

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
)

// A chest has members of all sorts. All data is invented.
type chest struct {
	Inner
	*Outer
	Plain    []string
	Named    []string            `json:"named"`
	Omitted  []string            `json:"omitted,omitempty"`
	Nested   []party             `json:"nested"`
	Deep     [][]string          `json:"deep"`
	Map      map[string][]string `json:"map"`
	NilMap   map[string]int      `json:"nilMap"`
	Pointer  *party              `json:"pointer"`
	Nothing  *party              `json:"nothing"`
	Pointers []*party            `json:"pointers"`
	ToList   *[]string           `json:"toList"`
	Bytes    []byte              `json:"bytes"`
	Any      any                 `json:"any"`
	Nobody   any                 `json:"nobody"`
	Raw      json.RawMessage     `json:"raw"`
	Own      own                 `json:"own"`
	Text     fazhi.Date          `json:"text"`
	Money    fazhi.Money         `json:"money"`
	Array    [2][]string         `json:"array"`
	Self     *chest              `json:"self"`
	Escaped  []string            `json:"<&>"`
	Hidden   []string            `json:"-"`
	Twice    **party             `json:"twice"`
	private  []string
}

type Inner struct {
	Ins    []string `json:"ins"`
	Shaded *int     `json:"named"` // covered by chest's own
}

type Outer struct {
	Outs []string `json:"outs"`
}

// own writes its own JSON, into which nobody looks but for null.
type own struct{ list []string }

func (o own) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]any{"list": o.list, "none": nil, "kept": []any{nil, 1}})
}

func (*chest) Kind() fazhi.Kind { return "licheng/chest" }
func (*chest) ID() string       { return "1" }
func (*chest) Title() string    { return "<箱>" }

// sent returns the content that goes over the wire.
func sent(t *testing.T, d fazhi.Document) string {
	t.Helper()
	client, c := saying(t, protocol.Options{}, `{"jsonrpc":"2.0","id":ID,"result":{"issues":[]}}`)
	_, err := client.Plugin().Check(context.Background(), &plugin.CheckRequest{Doc: d})
	require.NoError(t, err)
	var r struct{ Params protocol.CheckParams }
	require.NoError(t, json.Unmarshal([]byte(c.lines[len(c.lines)-1]), &r))
	require.NotContains(t, c.lines[len(c.lines)-1], "\n")
	return string(r.Params.Document.Content)
}

func TestDocumentsHaveNoNull(t *testing.T) {
	require.JSONEq(t, `{
		"Plain":[],"named":[],"nested":[],"deep":[],"map":{},"nilMap":{},"pointers":[],"bytes":"","ins":[],
		"own":{"kept":[null,1]},"text":"","money":"0","array":[[],[]],"<&>":[]}`,
		strings.Replace(sent(t, &chest{}), `"money":0`, `"money":"0"`, 1))

	var none *party
	one := &party{Name: "a"}
	list := []string{"x"}
	full := &chest{
		Outer: &Outer{}, Named: list, Nested: []party{{}, {Roles: list}}, Deep: [][]string{nil, list}, Map: map[string][]string{"b": nil, "a": list},
		Pointer: &party{}, Pointers: []*party{nil, one}, ToList: &list, Any: party{}, Raw: json.RawMessage(` {"a": null, "b":[null]} `),
		Own: own{list: list}, Text: day(time.May, 1), Self: &chest{}, Escaped: nil, Twice: &one, private: list,
	}
	text := sent(t, full)
	require.Contains(t, text, `"nested":[{"name":"","roles":[]},{"name":"","roles":["x"]}]`)
	require.Contains(t, text, `"deep":[[],["x"]]`)
	require.Contains(t, text, `"map":{"a":["x"],"b":[]}`)
	require.Contains(t, text, `"pointer":{"name":"","roles":[]}`)
	require.Contains(t, text, `"pointers":[null,{"name":"a","roles":[]}]`)
	require.Contains(t, text, `"toList":["x"]`)
	require.Contains(t, text, `"any":{"name":""}`, "what an interface holds is not known")
	require.Contains(t, text, `"raw":{"b":[null]}`)
	require.Contains(t, text, `"own":{"kept":[null,1],"list":["x"]}`)
	require.Contains(t, text, `"outs":[]`)
	require.Contains(t, text, `"self":{`)
	require.Contains(t, text, `"twice":{"name":"a"}`)
	require.NotContains(t, text, `"nothing"`)
	require.NotContains(t, text, `"nobody"`)
	require.Equal(t, text, sent(t, full))
	require.NotContains(t, sent(t, &chest{Twice: &none}), "twice")
}

// Text is as it was: null within a string is text.
func TestDocumentsKeepTheirText(t *testing.T) {
	l := shop()
	l.Name = `a "null",:null [null] \ 泉州𠀀 <&>`
	l.Parties = append(l.Parties, party{Name: "null"})
	var back lease
	require.NoError(t, json.Unmarshal([]byte(sent(t, l)), &back))
	for i := range back.Parties {
		if len(back.Parties[i].Roles) == 0 {
			back.Parties[i].Roles = nil
		}
	}
	require.Equal(t, l, &back)
}

func TestRawDocuments(t *testing.T) {
	require.Equal(t, `{"a":{"c":[null,{}]},"z":[]}`, sent(t, raw(`{ "z": [], "a": {"b":null,"c":[null,{"d":null}]}, "n": null }`)))
	require.Equal(t, `{"\n":1}`, sent(t, raw(`{"\u000a":1,"\t":null}`)))
}

// One client may write documents of many types at once.
func TestDocumentsAtOnce(t *testing.T) {
	client := connected(t, protocol.Direct(served(t)))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for _, d := range []fazhi.Document{shop(), &chest{}, &register.Raw{Of: fazhi.Ref{Kind: "k", ID: "1"}, JSON: json.RawMessage(`{}`)}} {
				_, err := client.Plugin().Check(context.Background(), &plugin.CheckRequest{Doc: d})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}
