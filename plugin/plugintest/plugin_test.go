package plugintest_test

import (
	"context"
	"crypto/ed25519"
	"fmt"
	"io"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

// A lease is the document of these tests.
type lease struct {
	Serial  string      `json:"serial"`
	Name    string      `json:"name"`
	Signed  fazhi.Date  `json:"signed"`
	Amount  fazhi.Money `json:"amount"`
	Words   string      `json:"words"`
	Parties []party     `json:"parties"`
}

type party struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

func (*lease) Kind() fazhi.Kind { return "licheng/lease" }
func (l *lease) ID() string     { return l.Serial }
func (l *lease) Title() string  { return l.Name }

// store is a lease that is in order, on the wire.
func store() protocol.Document {
	return protocol.Document{Kind: "licheng/lease", ID: "ZL-1", Title: "临街店面租赁合同", Content: []byte(
		`{"serial":"ZL-1","name":"临街店面租赁合同","signed":"2024-05-01","amount":1234500,"words":"壹万贰仟叁佰肆拾伍元整",` +
			`"parties":[{"name":"某商贸公司","role":"承租"},{"name":"区城投公司","role":"出租"}]}`)}
}

const (
	codeParties = "licheng/lease/parties" // run by the host
	codeSigned  = "licheng/lease/signed"  // declared, judged by Check
	codeRole    = "licheng/lease/role"
	codeVoid    = "licheng/lease/void"
	codeGuard   = "licheng/lease/guard"
)

// correct makes a plug-in that has every hook and breaks no rule.
func correct() plugin.Plugin {
	p := plugin.Plugin{
		Name: "licheng/lease", Version: "1.0.0", Doc: "检查房屋租赁合同。", API: plugin.API, Requires: []string{"licheng/base"},
		Checks: []fazhi.Check{
			{Code: codeParties, Kind: "licheng/lease", Doc: "租赁合同应当有两方当事人。", Basis: "某办法第一条", Run: fazhi.For(parties)},
			{Code: codeSigned, Kind: "licheng/lease", Doc: "租赁合同应当写明签订日期。", Basis: "某办法第二条"},
			{Code: codeRole, Kind: "licheng/lease", Doc: "当事人应当写明是出租还是承租。", Basis: "某办法第三条"},
		},
		Check: check, Guard: guard, Refuses: []fazhi.Code{codeGuard, codeVoid}, Observe: observe,
	}
	p.Provide.Sections = map[string]func(context.Context, *plugin.SectionRequest) (*plugin.SectionResponse, error){"租赁": section}
	p.Provide.Numberers = map[string]func(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error){"租赁": number}
	p.Provide.Renderers = map[string]func(context.Context, *plugin.RenderRequest) (*plugin.RenderResponse, error){"txt": render}
	p.Provide.Calendars = map[string]func(context.Context, *plugin.CalendarRequest) (*plugin.CalendarResponse, error){"泉源": calendar}
	p.Provide.Rubrics = map[string]func(context.Context, *plugin.ScoreRequest) (*plugin.ScoreResponse, error){"租赁": score}
	p.Provide.Signers = map[string]func(context.Context, *plugin.SignerRequest) (*plugin.SignerResponse, error){"司": signer}
	return p
}

func parties(_ context.Context, pass *fazhi.Pass, d *lease) error {
	if len(d.Parties) < 2 {
		pass.Report("/parties", "当事人不足两方")
	}
	return nil
}

func check(_ context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
	d, ok := q.Doc.(*lease)
	if !ok {
		return nil, fmt.Errorf("不能检查 %T", q.Doc)
	}
	r := &plugin.CheckResponse{}
	for _, code := range q.Codes {
		switch {
		case code == codeSigned && d.Signed.IsZero():
			r.Issues = append(r.Issues, fazhi.Issue{Code: code, Path: "/signed", Message: "没有签订日期"})
		case code == codeRole:
			for i, p := range d.Parties {
				if p.Role != "出租" && p.Role != "承租" {
					r.Issues = append(r.Issues, fazhi.Issue{Code: code, Path: fazhi.At("parties", i, "role"), Message: "当事人是出租还是承租，没有写明"})
				}
			}
		}
	}
	return r, nil
}

func guard(_ context.Context, a *plugin.GuardRequest) (*plugin.GuardResponse, error) {
	d, ok := a.Doc.(*lease)
	switch {
	case a.Act == register.Voided:
		return nil, &register.Refusal{Code: codeVoid, Reason: "租赁合同不得作废"}
	case ok && d.Amount < 0:
		return plugin.Refuse(codeGuard, "租金小于零"), nil
	}
	return nil, nil
}

func observe(context.Context, *plugin.Event) error { return nil }

func section(_ context.Context, q *plugin.SectionRequest) (*plugin.SectionResponse, error) {
	f := fazhi.Figure{ID: "租赁.合同", Name: "租赁合同", Unit: "份", Value: fazhi.Count{N: 46}, Period: q.Period}
	f.From.Count = 46
	s, err := report.Sentence(q.Slot, "登记租赁合同{{租赁.合同}}。", []fazhi.Figure{f})
	return &plugin.SectionResponse{Section: s}, err
}

func number(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error) {
	return &plugin.NumberResponse{Pattern: "泉租〔{year}〕{serial}号"}, nil
}

func render(_ context.Context, q *plugin.RenderRequest) (*plugin.RenderResponse, error) {
	text := q.Document.Title + "\n"
	for _, block := range q.Document.Body {
		if p, ok := block.(gongwen.Paragraph); ok {
			text += fmt.Sprintln(p.Text)
		}
	}
	_, err := io.WriteString(q.To, text)
	return &plugin.RenderResponse{}, err
}

func calendar(context.Context, *plugin.CalendarRequest) (*plugin.CalendarResponse, error) {
	c, err := workday.StateCouncil()
	return &plugin.CalendarResponse{Calendar: c}, err
}

func score(_ context.Context, q *plugin.ScoreRequest) (*plugin.ScoreResponse, error) {
	mark := rubric.Mark{Item: "1", Verdict: rubric.Met, Points: 500}
	if strings.TrimSpace(q.Doc.Title()) == "" {
		mark.Verdict, mark.Points = rubric.NotMet, 0
	}
	result := rubric.Result{Rubric: "租赁", Version: "1", Marks: []rubric.Mark{mark}, Got: mark.Points, Of: 500}
	return &plugin.ScoreResponse{Result: result}, nil
}

func signer(context.Context, *plugin.SignerRequest) (*plugin.SignerResponse, error) {
	s, err := checkpoint.NewEd25519Signer("泉源区司法局", ed25519.NewKeyFromSeed([]byte(strings.Repeat("7", ed25519.SeedSize))))
	return &plugin.SignerResponse{Signer: s}, err
}

// config gives the kit fresh plug-ins with something spoilt.
func config(spoil func(*plugin.Plugin)) plugintest.Config {
	return plugintest.Config{
		New: func(context.Context) (plugin.Plugin, func(), error) {
			p := correct()
			spoil(&p)
			return p, nil, nil
		},
		Decode:    plugintest.Decode[lease],
		Documents: []protocol.Document{store()},
	}
}
