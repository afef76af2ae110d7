package protocol_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

var update = flag.Bool("update", false, "write the golden files and the schemas")

// A lease is a document of tests. All data is invented.
type lease struct {
	Serial  string     `json:"serial"`
	Name    string     `json:"name"`
	Rent    int64      `json:"rent"`
	Parties []party    `json:"parties"`
	Signed  fazhi.Date `json:"signed"`
}

type party struct {
	Name  string   `json:"name"`
	Roles []string `json:"roles"`
}

func (l *lease) Kind() fazhi.Kind { return "licheng/lease" }
func (l *lease) ID() string       { return l.Serial }
func (l *lease) Title() string    { return l.Name }

func day(month time.Month, d int) fazhi.Date { return fazhi.DateOf(2024, month, d) }

func shop() *lease {
	return &lease{
		Serial: "ZL-7", Name: "临街店面租赁合同", Rent: 12_000_00, Signed: day(time.March, 1),
		Parties: []party{{Name: "某某街道办事处", Roles: []string{"出租人"}}, {Name: "某某商行"}},
	}
}

// full is a plug-in with all hooks that can be served.
func full() plugin.Plugin {
	return plugin.Plugin{
		Name: "licheng/lease", Version: "1.2.0", Doc: "租赁合同的检查、把关、编号和报告", API: 1,
		Checks: []fazhi.Check{
			{Code: "licheng/lease/roles", Kind: "licheng/lease", Doc: "每一方都有身份", Basis: "某某办法第三条", Run: roles},
			{Code: "licheng/lease/rent", Kind: "licheng/lease", Doc: "租金不为零", Basis: "某某办法第四条", Severity: fazhi.Warning, From: day(time.January, 1)},
		},
		Check: rent, Guard: rentGuard, Refuses: []fazhi.Code{"licheng/lease/frozen"},
		Provide: plugin.Providers{
			Numberers: map[string]func(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error){"租赁": number},
			Sections:  map[string]func(context.Context, *plugin.SectionRequest) (*plugin.SectionResponse, error){"租赁": section},
			Rubrics:   map[string]func(context.Context, *plugin.ScoreRequest) (*plugin.ScoreResponse, error){"租赁": score},
		},
		Observe: func(_ context.Context, e *plugin.Event) error {
			if e.Attempt > 3 {
				return errors.New("收件箱已满")
			}
			return nil
		},
	}
}

// leaseOf reads a document from the wire.
func leaseOf(raw *register.Raw) (fazhi.Document, error) {
	l := new(lease)
	return l, json.Unmarshal(raw.JSON, l)
}

func roles(_ context.Context, p *fazhi.Pass) error {
	for i, party := range p.Doc.(*lease).Parties {
		if len(party.Roles) == 0 {
			p.Report(fazhi.At("parties", i, "roles"), "没有写明身份")
		}
	}
	return nil
}

func rent(_ context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
	if q.Doc.(*lease).Rent != 0 {
		return nil, nil
	}
	return &plugin.CheckResponse{Issues: fazhi.Issues{{Code: "licheng/lease/rent", Path: "/rent", Message: "没有租金"}}}, nil
}

func rentGuard(_ context.Context, q *plugin.GuardRequest) (*plugin.GuardResponse, error) {
	switch {
	case q.Step == "崩溃":
		panic(q.Doc)
	case q.Doc == nil || q.Doc.(*lease).Rent > 0:
		return nil, nil
	}
	r := plugin.Refuse("licheng/lease/frozen", "没有租金的合同暂不登记")
	r.Refusal.Issues = fazhi.Issues{{Code: "licheng/lease/rent", Path: "/rent", Message: "没有租金"}}
	return r, nil
}

func number(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error) {
	return &plugin.NumberResponse{Pattern: "泉鲤租〔{year}〕{serial}号"}, nil
}

func section(_ context.Context, q *plugin.SectionRequest) (*plugin.SectionResponse, error) {
	refs := []fazhi.Ref{{Kind: "licheng/lease", ID: "ZL-7"}, {Kind: "licheng/lease", ID: "ZL-8"}}
	figures := []fazhi.Figure{
		{ID: "租赁.合同", Name: "租赁合同", Unit: "份", Noun: "合同", Value: fazhi.Count{N: 2}, From: fazhi.SourceOf(func(yield func(fazhi.Ref) bool) {
			_ = yield(refs[0]) && yield(refs[1])
		})},
		{ID: "租赁.宣传", Name: "宣传", Unit: "份", Value: fazhi.Count{N: 2000, More: true}},
		{ID: "租赁.续租率", Name: "续租率", Unit: "%", Scope: "期满的合同", Value: fazhi.Rate{Num: 1, Den: 3}, From: fazhi.Source{Count: 3}},
		{ID: "租赁.续租率变化", Name: "续租率变化", Unit: "百分点", Value: fazhi.Points{Now: fazhi.Rate{Num: 1, Den: 3}, Before: fazhi.Rate{Num: 1, Den: 2}}},
		{ID: "租赁.租金", Name: "租金", Unit: "万元", Value: fazhi.Money(24_000_00)},
	}
	for i := range figures {
		figures[i].Period = q.Period
	}
	prose := "全年签订租赁合同{{租赁.合同}}，发放材料{{租赁.宣传|余}}，续租率{{租赁.续租率|1位小数}}，{{租赁.续租率变化}}，租金{{租赁.租金|数|0位小数}}万元。"
	s, err := report.Sentence(q.Slot, prose, figures)
	return &plugin.SectionResponse{Section: s}, err
}

func score(_ context.Context, q *plugin.ScoreRequest) (*plugin.ScoreResponse, error) {
	mark := rubric.Mark{Item: "1", Verdict: rubric.Met, Points: rubric.Whole(10), Paths: []fazhi.Path{"/rent"}}
	return &plugin.ScoreResponse{Result: rubric.Result{
		Rubric: q.Rubric, Version: "2024", Marks: []rubric.Mark{mark, {Item: "2"}}, Got: rubric.Whole(10), Of: 2050, Open: 1,
	}}, nil
}

func served(t testing.TB) *protocol.Server {
	t.Helper()
	s, err := protocol.ServerOptions{Document: leaseOf}.NewServer(full())
	require.NoError(t, err)
	return s
}

func connected(t testing.TB, c protocol.Conn) *protocol.Client {
	t.Helper()
	client, err := protocol.Connect(context.Background(), c, protocol.Options{})
	require.NoError(t, err)
	return client
}

// A talk is a Conn that notes what is said. Answer, if it is not nil, answers instead of the server.
type talk struct {
	protocol.Conn
	lines  []string
	answer func(request string) (string, error)
}

func (c *talk) Call(ctx context.Context, message []byte) ([]byte, error) {
	c.lines = append(c.lines, string(message))
	if c.answer != nil {
		text, err := c.answer(string(message))
		return []byte(text), err
	}
	answer, err := c.Conn.Call(ctx, message)
	c.lines = append(c.lines, string(answer))
	return answer, err
}

func (c *talk) Close() error { return nil }

// declaration is an answer to initialize that fits.
const declaration = `{"protocol":"fazhi/1","probe":"规范性文件〔2026〕","plugin":{"name":"a/b","version":"1","doc":"试","api":1,"requires":[]},` +
	`"checks":[{"code":"a/x","kind":"","doc":"试","basis":"试"}],"refuses":["a/no"],"guard":true,"observe":true,` +
	`"numbers":["n"],"sections":["s"],"rubrics":["r"]}`

func answered(id int, result string) string {
	return fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"result":%s}`, id, result)
}

// saying is a plug-in that is declared as above and answers everything else with one text, in which ID stands for the id.
func saying(t testing.TB, o protocol.Options, text string) (*protocol.Client, *talk) {
	t.Helper()
	c := &talk{answer: func(request string) (string, error) {
		if strings.Contains(request, `"method":"initialize"`) {
			return answered(1, declaration), nil
		}
		return strings.ReplaceAll(text, `"id":ID`, `"id":2`), nil
	}}
	client, err := protocol.Connect(context.Background(), c, o)
	require.NoError(t, err)
	return client, c
}

// answering is like saying, with a result.
func answering(t testing.TB, result string) *protocol.Client {
	t.Helper()
	client, _ := saying(t, protocol.Options{}, `{"jsonrpc":"2.0","id":ID,"result":`+result+`}`)
	return client
}
