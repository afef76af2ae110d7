package protocol_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

func attempt(l *lease) *plugin.GuardRequest {
	a := &plugin.GuardRequest{
		Act: register.Added, Scope: register.Scope{Organ: "鲤城区司法局", Role: "法制员"}, Ref: fazhi.Ref{Kind: "licheng/lease", ID: "ZL-7"},
		Step: "登记", Series: []string{"租赁"}, On: day(time.March, 4), By: "zhang01", Reason: "首次登记",
		Last: &register.Entry{Seq: 3, Act: register.Reserved, Step: "预留", On: day(time.March, 1), Numbers: []register.Numbered{
			{Series: "租赁", Year: 2024, Serial: 7, Text: "泉鲤租〔2024〕7号"},
		}},
	}
	if l != nil {
		a.Doc = l
	}
	return a
}

func entry() register.Entry {
	return register.Entry{
		Organ: "鲤城区司法局", Seq: 4, Ref: fazhi.Ref{Kind: "licheng/lease", ID: "ZL-7"}, Act: register.Added, Step: "登记",
		At: time.Date(2024, time.March, 4, 2, 0, 0, 0, time.UTC), On: day(time.March, 4), By: "zhang01", Doc: []byte(`{"none":null,"serial":"ZL-7"}`),
	}
}

// The whole plug-in through its own messages: the host finds what it would find in its own process.
func TestAllHooksThroughMessages(t *testing.T) {
	ctx := context.Background()
	near, err := plugin.NewHost(full())
	require.NoError(t, err)
	client := connected(t, protocol.Direct(served(t)))
	far, err := plugin.NewHost(client.Plugin())
	require.NoError(t, err)

	bare := shop()
	bare.Rent = 0
	q := &plugin.CheckRequest{Doc: bare, LawOn: day(time.May, 1), Today: day(time.May, 2)}
	want, err := near.Check(ctx, q)
	require.NoError(t, err)
	require.Len(t, want.Issues, 2)
	got, err := far.Check(ctx, q)
	require.NoError(t, err)
	require.Equal(t, want, got)

	for _, a := range []*plugin.GuardRequest{attempt(shop()), attempt(nil), attempt(bare)} {
		require.Equal(t, near.Guard(ctx, a) == nil, far.Guard(ctx, a) == nil)
	}
	var refusal *register.Refusal
	require.ErrorAs(t, far.Guard(ctx, attempt(bare)), &refusal)
	require.Equal(t, &register.Refusal{Code: "licheng/lease/frozen", Reason: "没有租金的合同暂不登记", Issues: fazhi.Issues{
		{Code: "licheng/lease/rent", Severity: fazhi.Warning, Path: "/rent", Message: "没有租金", Basis: "某某办法第四条"},
	}}, refusal)

	write, err := far.Numberer(ctx, &plugin.NumberRequest{Series: "租赁", Organ: "鲤城区司法局"})
	require.NoError(t, err)
	text, err := write(numbering.Slot{Year: 2024, Serial: 7})
	require.NoError(t, err)
	require.Equal(t, "泉鲤租〔2024〕7号", text)

	sq := &plugin.SectionRequest{Slot: "租赁", Organ: "鲤城区司法局", Period: fazhi.YearOf(2024)}
	nearSection, err := near.Section(ctx, sq)
	require.NoError(t, err)
	farSection, err := far.Section(ctx, sq)
	require.NoError(t, err)
	require.Equal(t, slices.Collect(nearSection.Figures[0].From.Refs), slices.Collect(farSection.Figures[0].From.Refs))
	nearSection.Figures[0].From.Refs, farSection.Figures[0].From.Refs = nil, nil
	require.Equal(t, nearSection, farSection)

	score := &plugin.ScoreRequest{Rubric: "租赁", Doc: shop(), LawOn: day(time.May, 1), Today: day(time.May, 2)}
	nearScore, err := near.Score(ctx, score)
	require.NoError(t, err)
	farScore, err := far.Score(ctx, score)
	require.NoError(t, err)
	nearScore.Marks[1].Paths = []fazhi.Path{} // as its JSON has it
	require.Equal(t, nearScore, farScore)

	require.NoError(t, client.Plugin().Observe(ctx, &plugin.Event{Entry: entry(), Attempt: 1}))
	var f *protocol.Fault
	require.ErrorAs(t, client.Plugin().Observe(ctx, &plugin.Event{Entry: entry(), Attempt: 4}), &f)
	require.Equal(t, &protocol.Fault{Code: protocol.CodeInternal, Message: "收件箱已满"}, f)
	require.NoError(t, client.Close())
	require.NoError(t, client.Close())
	_, err = far.Check(ctx, q)
	require.ErrorIs(t, err, protocol.ErrClosed)
}

// The conversation of all messages, which authors in other languages can replay: requests and answers in turn.
func TestConversation(t *testing.T) {
	ctx := context.Background()
	c := &talk{Conn: protocol.Direct(served(t))}
	client := connected(t, c)
	p := client.Plugin()
	bare := shop()
	bare.Rent, bare.Parties = 0, nil
	codes := []fazhi.Code{"licheng/lease/roles", "licheng/lease/rent"}
	for _, l := range []*lease{shop(), bare} {
		_, err := p.Check(ctx, &plugin.CheckRequest{Doc: l, LawOn: day(time.May, 1), Today: day(time.May, 2), Codes: codes})
		require.NoError(t, err)
	}
	first := attempt(bare)
	first.Last = nil
	for _, a := range []*plugin.GuardRequest{attempt(shop()), attempt(nil), first} {
		_, err := p.Guard(ctx, a)
		require.NoError(t, err)
	}
	_, err := p.Provide.Numberers["租赁"](ctx, &plugin.NumberRequest{Series: "租赁", Organ: "鲤城区司法局"})
	require.NoError(t, err)
	_, err = p.Provide.Sections["租赁"](ctx, &plugin.SectionRequest{Slot: "租赁", Organ: "鲤城区司法局", Period: fazhi.YearOf(2024)})
	require.NoError(t, err)
	_, err = p.Provide.Rubrics["租赁"](ctx, &plugin.ScoreRequest{Rubric: "租赁", Doc: shop(), LawOn: day(time.May, 1), Today: day(time.May, 2)})
	require.NoError(t, err)
	require.NoError(t, p.Observe(ctx, &plugin.Event{Entry: entry(), Attempt: 1}))
	require.Error(t, p.Observe(ctx, &plugin.Event{Entry: entry(), Attempt: 4}))
	require.NoError(t, client.Close())

	got := strings.Join(c.lines, "\n") + "\n"
	const file = "testdata/conversation.jsonl"
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// What the golden file says is also what a server answers that has never seen a client.
func TestConversationReplayed(t *testing.T) {
	text, err := os.ReadFile("testdata/conversation.jsonl")
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	require.Len(t, lines, 2*12)
	s := served(t)
	for i := 0; i < len(lines); i += 2 {
		require.Equal(t, lines[i+1], string(s.Handle(context.Background(), []byte(lines[i]))))
	}
	<-s.Done()
}

func TestOptions(t *testing.T) {
	client, c := saying(t, protocol.Options{Library: "oa/3", Settings: map[string]string{"上限": "5"}, FailOpen: true}, "")
	require.True(t, client.Plugin().FailOpen)
	require.Contains(t, c.lines[0], `"library":"oa/3","probe":"规范性文件〔2026〕","settings":{"上限":"5"}`)
	client, c = saying(t, protocol.Options{}, "")
	require.False(t, client.Plugin().FailOpen)
	require.Contains(t, c.lines[0], `"library":"fazhi","probe":"规范性文件〔2026〕","settings":{}`)
}

func TestConnectRefuses(t *testing.T) {
	with := func(old, new string) string {
		require.Contains(t, declaration, old)
		return answered(1, strings.ReplaceAll(declaration, old, new))
	}
	for name, x := range map[string]struct {
		answer string
		is     error
		says   []string
	}{
		"version":       {with(`"fazhi/1"`, `"fazhi/2"`), protocol.ErrVersion, []string{"插件选了 \"fazhi/2\"，本库只有 fazhi/1"}},
		"gbk":           {with("规范性文件〔2026〕", "\xb9\xe6\xb7\xb6\xd0\xd4\xce\xc4\xbc\xfe\xa1\xb22026\xa1\xb3"), protocol.ErrProbe, []string{"GBK", "-Dfile.encoding=UTF-8", "-X utf8"}},
		"utf-8 as gbk":  {with("规范性文件", "瑙勮寖鎬ф枃浠"), protocol.ErrProbe, []string{"当作 GBK 读", "-Dfile.encoding=UTF-8"}},
		"latin":         {with("规范性文件", "è§„èŒƒæ€§æ–‡ä»¶"), protocol.ErrProbe, []string{"当作西文读"}},
		"question":      {with("规范性文件〔2026〕", "?????〔2026〕"), protocol.ErrProbe, []string{"问号", "-Dfile.encoding=UTF-8"}},
		"other":         {with("〔2026〕", "[2026]"), protocol.ErrProbe, []string{"与所送的不同"}},
		"no echo":       {with("规范性文件〔2026〕", ""), protocol.ErrProbe, []string{"没有送回探测文字"}},
		"mark":          {"\ufeff" + with("a/b", "a/b"), protocol.ErrProbe, []string{"BOM"}},
		"utf-16":        {"\xff\xfe{\x00\"\x00", protocol.ErrProbe, []string{"UTF-16"}},
		"bad":           {"{\"a\":\"\xe8\"}", protocol.ErrProbe, []string{"不是有效的 UTF-8"}},
		"noise":         {"starting up", protocol.ErrMessage, []string{"日志应当写到标准错误"}},
		"empty":         {"", protocol.ErrMessage, []string{"不是 JSON 对象"}},
		"fault":         {`{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"缺少设置\n“上限”"}}`, nil, []string{"-32602：缺少设置 “上限”"}},
		"all at once":   {with(`"a/b"`, `"A b"`), protocol.ErrDeclaration, []string{"名称", "a/x", "a/no"}},
		"no basis":      {with(`"basis":"试"`, `"basis":""`), protocol.ErrDeclaration, []string{"没有依据"}},
		"twice":         {with(`["n"]`, `["n","m","n"]`), protocol.ErrDeclaration, []string{`numbers 中的 "n" 重复`}},
		"many":          {with(`["s"]`, `["s"`+strings.Repeat(`,"s"`, 1000)+`]`), protocol.ErrDeclaration, []string{"sections 超过 1000 项"}},
		"empty name":    {with(`["r"]`, `[""]`), protocol.ErrDeclaration, []string{"空的名称"}},
		"api":           {with(`"api":1`, `"api":2`), protocol.ErrDeclaration, []string{"第 2 级接口"}},
		"requires":      {with(`"requires":[]`, `"requires":["x","a/b"]`), protocol.ErrDeclaration, []string{`"x"`, `"a/b"`}},
		"refuses":       {with(`"guard":true`, `"guard":false`), protocol.ErrDeclaration, []string{"没有 Guard"}},
		"null list":     {with(`["n"]`, `null`), protocol.ErrMessage, []string{"/numbers 不能是 null"}},
		"missing":       {with(`"numbers":["n"],`, ``), protocol.ErrMessage, []string{"没有成员 numbers"}},
		"missing inner": {with(`,"basis":"试"`, ``), protocol.ErrMessage, []string{"/checks 没有成员 basis"}},
		"type":          {with(`"guard":true`, `"guard":"true"`), protocol.ErrMessage, []string{"成员 guard 的类型不对"}},
		"severity":      {with(`"basis":"试"`, `"basis":"试","severity":"某甲"`), protocol.ErrMessage, []string{"不合要求"}},
	} {
		t.Run(name, func(t *testing.T) {
			c := &talk{answer: func(string) (string, error) { return x.answer, nil }}
			_, err := protocol.Connect(context.Background(), c, protocol.Options{})
			require.Error(t, err)
			if x.is != nil {
				require.ErrorIs(t, err, x.is)
			}
			for _, s := range x.says {
				require.ErrorContains(t, err, s)
			}
			require.NotContains(t, err.Error(), "某甲")
		})
	}
}

// What is wrong with a long name is said of every code, but not with all of the name.
func TestFaultsOfADeclarationAreShort(t *testing.T) {
	var codes strings.Builder
	for i := range 500 {
		fmt.Fprintf(&codes, `,"b/n%d"`, i)
	}
	text := strings.ReplaceAll(declaration, `"a/b"`, `"`+strings.Repeat("长", 20_000)+`"`)
	text = strings.ReplaceAll(text, `"a/no"`, `"a/no"`+codes.String())
	c := &talk{answer: func(string) (string, error) { return answered(1, text), nil }}
	_, err := protocol.Connect(context.Background(), c, protocol.Options{})
	require.ErrorIs(t, err, protocol.ErrDeclaration)
	require.ErrorContains(t, err, "b/n499")
	require.Less(t, len(err.Error()), 1<<20)
}

// Members that nobody knows are passed over, so that they can be added.
func TestUnknownMembers(t *testing.T) {
	c := &talk{answer: func(string) (string, error) {
		return answered(1, strings.ReplaceAll(declaration, `"api":1`, `"api":1,"home":{"url":null,"list":[null]}`)), nil
	}}
	require.Equal(t, "a/b", connected(t, c).Plugin().Name)
}

func TestAnswersThatAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"no answer": ``, "other id": answered(3, `{"issues":[]}`), "no id": `{"jsonrpc":"2.0","result":{"issues":[]}}`, "both": `{"jsonrpc":"2.0","id":2,"result":{},"error":{"code":1,"message":""}}`,
		"neither": `{"jsonrpc":"2.0","id":2}`, "version": `{"jsonrpc":"1.0","id":2,"result":{"issues":[]}}`, "twice": answered(2, `{"issues":[],"issues":[]}`),
		"null": answered(2, `{"issues":null}`), "null result": answered(2, `null`), "missing": answered(2, `{}`), "list": answered(2, `[]`),
		"two": answered(2, `{"issues":[]}`) + answered(2, `{"issues":[]}`), "utf-8": answered(2, "{\"issues\":[],\"x\":\"\xff\"}"),
		"letters": answered(2, `{"issues":[],"Issues":[{"code":"a/x","path":"","message":"x"}]}`), "letters alone": answered(2, `{"Issues":[]}`),
		"inner letters": answered(2, `{"issues":[{"code":"a/x","path":"","message":"x","PATH":"/y"}]}`),
		"deep":          answered(2, `{"issues":[],"x":`+strings.Repeat("[", 64)+strings.Repeat("]", 64)+`}`),
		"large number":  answered(2, `{"issues":[],"x":9007199254740993}`), "null fault": `{"jsonrpc":"2.0","id":2,"error":null}`,
		"batch": `[` + answered(2, `{"issues":[]}`) + `]`,
	} {
		t.Run(name, func(t *testing.T) {
			client, _ := saying(t, protocol.Options{}, text)
			_, err := client.Plugin().Check(context.Background(), &plugin.CheckRequest{Doc: shop()})
			require.ErrorIs(t, err, protocol.ErrMessage)
		})
	}
	client, _ := saying(t, protocol.Options{}, answered(2, `{"issues":[],"x":"`+strings.Repeat("x", protocol.MaxMessage)+`"}`))
	_, err := client.Plugin().Check(context.Background(), &plugin.CheckRequest{Doc: shop()})
	require.ErrorIs(t, err, protocol.ErrTooLarge)
}

// What a plug-in says in a fault is cut, and so are its control characters.
func TestFaultsAreTamed(t *testing.T) {
	client, _ := saying(t, protocol.Options{}, `{"jsonrpc":"2.0","id":ID,"error":{"code":7,"message":"\u001b[2J`+strings.Repeat("长", 5000)+`"}}`)
	_, err := client.Plugin().Check(context.Background(), &plugin.CheckRequest{Doc: shop()})
	var f *protocol.Fault
	require.ErrorAs(t, err, &f)
	require.Equal(t, 7, f.Code)
	require.Less(t, len(err.Error()), 1000)
	require.NotContains(t, err.Error(), "\x1b")
}

func TestGuardAnswersThatAreRefused(t *testing.T) {
	for name, x := range map[string]struct {
		result string
		is     error
	}{
		"unknown reason": {`{"refusal":{"code":"a/no","reason":"试","issues":[{"code":"a/y","path":"","message":"试"}]}}`, plugin.ErrAnswer},
		"no message":     {`{"refusal":{"code":"a/no","reason":"试","issues":[{"code":"a/x","path":"","message":""}]}}`, plugin.ErrAnswer},
		"path":           {`{"refusal":{"code":"a/no","reason":"试","issues":[{"code":"a/x","path":"rent","message":"试"}]}}`, plugin.ErrAnswer},
		"null":           {`{"refusal":null}`, protocol.ErrMessage},
		"no issues":      {`{"refusal":{"code":"a/no","reason":"试"}}`, protocol.ErrMessage},
		"many":           {`{"refusal":{"code":"a/no","reason":"试","issues":[` + strings.Repeat(`{"code":"a/x","path":"","message":"试"},`, 1000) + `{"code":"a/x","path":"","message":"试"}]}}`, plugin.ErrAnswer},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := answering(t, x.result).Plugin().Guard(context.Background(), attempt(shop()))
			require.ErrorIs(t, err, x.is)
		})
	}
	r, err := answering(t, `{}`).Plugin().Guard(context.Background(), attempt(shop()))
	require.NoError(t, err)
	require.Nil(t, r)
}

func TestSectionAnswersThatAreRefused(t *testing.T) {
	figure := func(more string) string {
		return `{"prose":"共{{a.b}}。","figures":[{"id":"a.b","name":"b","unit":"份","count":0,` + more + `}]}`
	}
	for name, result := range map[string]string{
		"prose": `{"prose":"共{{a.b。","figures":[]}`, "no value": figure(`"value":{}`), "two values": figure(`"value":{"count":1,"fen":1}`),
		"unit":        figure(`"value":{"rate":{"num":1,"den":2}}`),
		"denominator": `{"prose":"","figures":[{"id":"a.b","name":"b","unit":"%","count":0,"value":{"rate":{"num":1,"den":-2}}}]}`,
		"change":      `{"prose":"","figures":[{"id":"a.b","name":"b","unit":"百分点","count":0,"value":{"points":{"now":{"num":1,"den":2},"before":{"num":1,"den":-2}}}}]}`,
		"refs":        figure(`"value":{"count":1},"refs":[{"kind":"k","id":"1"}]`),
		"count":       `{"prose":"","figures":[{"id":"a.b","name":"b","unit":"份","count":-1,"value":{"count":1}}]}`,
		"id":          `{"prose":"","figures":[{"id":"ab","name":"b","unit":"份","count":1,"value":{"count":1}}]}`,
		"form in id":  `{"prose":"","figures":[{"id":"a.b|余","name":"b","unit":"份","count":1,"value":{"count":1}}]}`,
		"twice": `{"prose":"","figures":[{"id":"a.b","name":"b","unit":"份","count":1,"value":{"count":1}},` +
			`{"id":"a.b","name":"b","unit":"份","count":1,"value":{"count":1}}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := answering(t, result).Plugin().Provide.Sections["s"](context.Background(), &plugin.SectionRequest{Slot: "s"})
			require.ErrorIs(t, err, plugin.ErrAnswer)
		})
	}
	r, err := answering(t, `{"pattern":"{year}"}`).Plugin().Provide.Numberers["n"](context.Background(), &plugin.NumberRequest{Series: "n"})
	require.NoError(t, err)
	_, err = r.Rule() // which the host asks for
	require.ErrorIs(t, err, plugin.ErrAnswer)
}

// How many faults a mark counts comes through, and may be left out.
func TestTimesOfMarks(t *testing.T) {
	text := `{"rubric":"r","version":"1","digest":"","marks":[{"item":"1","verdict":"not-met","points":1.5,"times":3,"paths":[]},` +
		`{"item":"2","verdict":"not-met","points":0,"paths":[]}],"got":1.5,"of":5,"open":0,"vetoed":false}`
	require.NoError(t, valid(t, compiled(t)["score.result"], []byte(text)))
	r, err := answering(t, text).Plugin().Provide.Rubrics["r"](context.Background(), &plugin.ScoreRequest{Rubric: "r", Doc: shop()})
	require.NoError(t, err)
	require.Equal(t, []int{3, 0}, []int{r.Result.Marks[0].Times, r.Result.Marks[1].Times})
}

// A score is read like every other answer, also in its lists.
func TestScoreAnswersThatAreRefused(t *testing.T) {
	for _, result := range []string{
		`{"rubric":"r","version":"1","digest":"","marks":null,"got":0,"of":0,"open":0,"vetoed":false}`,
		`{"rubric":"r","version":"1","digest":"","got":0,"of":0,"open":0,"vetoed":false}`,
		`{"rubric":"r","version":"1","digest":"","marks":[{"item":"1","verdict":"met","points":1}],"got":1,"of":1,"open":0,"vetoed":false}`,
		`{"rubric":"r","version":"1","digest":"","marks":[{"item":"1","verdict":"not-met","points":1,"times":0.5,"paths":[]}],"got":1,"of":1,"open":0,"vetoed":false}`,
		`{"rubric":"r","version":"1","digest":"","marks":[],"got":0.001,"of":0,"open":0,"vetoed":false}`,
	} {
		_, err := answering(t, result).Plugin().Provide.Rubrics["r"](context.Background(), &plugin.ScoreRequest{Rubric: "r", Doc: shop()})
		require.ErrorIs(t, err, protocol.ErrMessage, result)
	}
}

// What the connection says comes through, and the end of a context as itself.
func TestConnErrors(t *testing.T) {
	lost := errors.New("管道断了")
	client, c := saying(t, protocol.Options{}, "")
	c.answer = func(string) (string, error) { return "", lost }
	_, err := client.Plugin().Check(context.Background(), &plugin.CheckRequest{Doc: shop()})
	require.ErrorIs(t, err, lost)
	require.ErrorIs(t, client.Close(), lost)
}

func TestRequestsThatCannotBeSent(t *testing.T) {
	client, c := saying(t, protocol.Options{}, "")
	ctx, p := context.Background(), client.Plugin()
	for name, d := range map[string]fazhi.Document{
		"none": nil, "nil": (*lease)(nil), "duplicate": raw(`{"a":1,"a":2}`), "utf-8": raw("{\"a\":\"\xff\"}"), "surrogate": raw(`{"a":"\ud800"}`),
		"number": raw(`{"a":{"某甲":9007199254740993}}`), "no json": raw(`{`), "list": raw(`[1]`), "text": raw(`"x"`), "deep": raw(`{"a":` + strings.Repeat("[", 64) + strings.Repeat("]", 64) + `}`),
		"panics": panics{},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := p.Check(ctx, &plugin.CheckRequest{Doc: d})
			require.ErrorIs(t, err, protocol.ErrDocument)
			require.NotContains(t, err.Error(), "某甲")
			_, err = p.Provide.Rubrics["r"](ctx, &plugin.ScoreRequest{Doc: d})
			require.ErrorIs(t, err, protocol.ErrDocument)
		})
	}
	_, err := p.Check(ctx, &plugin.CheckRequest{Doc: raw(`{"a":"` + strings.Repeat("x", protocol.MaxMessage) + `"}`)})
	require.ErrorIs(t, err, protocol.ErrTooLarge)
	broken := entry()
	broken.By = "\xff"
	require.ErrorIs(t, p.Observe(ctx, &plugin.Event{Entry: broken, Attempt: 1}), register.ErrLine)
	require.Len(t, c.lines, 1, "nothing was sent")
}

func raw(text string) *register.Raw {
	return &register.Raw{Of: fazhi.Ref{Kind: "k", ID: "1"}, Name: "x", JSON: json.RawMessage(text)}
}

type panics struct{ lease }

func (panics) MarshalJSON() ([]byte, error) { panic("某甲") }
func (panics) Kind() fazhi.Kind             { return "k" }
func (panics) ID() string                   { return "1" }
func (panics) Title() string                { return "x" }
