package journey_test

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/examples/internal/journey"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/workday"
)

// A letter is the document of these tests.
type letter struct {
	Serial string `json:"serial"`
	Sender string `json:"sender"`
}

func (l *letter) Kind() fazhi.Kind { return "quanyuan/letter" }
func (l *letter) ID() string       { return l.Serial }
func (l *letter) Title() string    { return l.Serial }

// flow is that of letters: they are received and answered.
func flow() lifecycle.Flow {
	limit := lifecycle.Clock{Name: "答复期限", Span: workday.Span{N: 15, Unit: workday.WorkingDays}, Basis: "本单位规定"}
	return lifecycle.Flow{Kind: "quanyuan/letter", Name: "来信办理流程", Steps: []lifecycle.Step{
		{Name: "收到", Doc: "收到来信", First: true, Numbers: []string{"来信编号"}, Starts: []lifecycle.Clock{limit}},
		{Name: "答复", Doc: "答复来信人", After: []string{"收到"}, Stops: []string{"答复期限"}, Final: true},
	}}
}

// anonymous refuses a letter without a sender.
func anonymous(_ context.Context, a *register.Attempt) ([]string, error) {
	judged := []string{"quanyuan/checks@1.0.0"}
	if l, ok := a.Doc.(*letter); ok && l.Sender == "" {
		issues := fazhi.Issues{{Code: "quanyuan/letter/sender", Path: "/sender", Message: "没有来信人"}}
		return judged, &register.Refusal{Code: "quanyuan/letter/sender", Reason: "没有来信人", Issues: issues}
	}
	return judged, nil
}

func read(d journey.Draft) (fazhi.Document, error) {
	data, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	l := new(letter)
	return l, json.Unmarshal(data, l)
}

func plan() (journey.Plan, error) {
	calendar, err := workday.StateCouncil()
	if err != nil {
		return journey.Plan{}, err
	}
	scheme, err := numbering.Parse("信{year}-{serial}")
	return journey.Plan{
		Organ: "泉源区司法局", Flow: flow(), Calendar: calendar, Read: read, Judge: anonymous,
		Series: []register.Series{{Name: "来信编号", Number: scheme.Number}},
	}, err
}

// A tale is the story of these tests.
type tale struct {
	Steps []journey.Stage `json:"steps"`
}

const told = `{"steps": [
	{"step": "收到", "on": "2024-03-01", "set": {"serial": "甲"}, "refused": true},
	{"step": "收到", "on": "2024-03-04", "set": {"serial": "甲", "sender": "乙村"}},
	{"step": "答复", "on": "2024-03-08", "refused": true}
]}`

// travel takes all steps of a story.
func travel(p journey.Plan, story *tale) (*journey.Traveller, error) {
	t, err := journey.New(p)
	if err != nil {
		return nil, err
	}
	for i := range story.Steps {
		if _, err := t.Take(context.Background(), &story.Steps[i]); err != nil {
			return t, err
		}
	}
	return t, nil
}

func Example() {
	story, _, err := journey.Tell[tale](nil, fstest.MapFS{"sample/历程.json": {Data: []byte(told)}})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := plan()
	if err != nil {
		fmt.Println(err)
		return
	}
	t, err := travel(p, story)
	if err != nil {
		fmt.Println(err)
		return
	}
	trail, err := t.Trail(context.Background())
	fmt.Print(journey.Lines(t.Lines, trail), err, "\n", journey.Surprised(t.Surprises))
	// Output:
	// 2024-03-01　收到
	//   不予办理：/sender：没有来信人 [quanyuan/letter/sender]
	//   办理之后：第1条 不予登记
	// 2024-03-04　收到
	//   编号：信2024-1
	//   期限：答复期限至2024-03-25（本单位规定）
	//   办理之后：第2条 登记，最近的期限 2024-03-25
	// 2024-03-08　答复
	//   办理之后：第3条 办理
	// 登记簿：
	//   1　2024-03-01　不予登记　收到　quanyuan/letter/sender　quanyuan/letter/sender
	//   2　2024-03-04　登记　收到　信2024-1　期限至2024-03-25
	//   3　2024-03-08　办理　答复
	// <nil>
	// 与所写的历程不同：答复（2024-03-08）
}

// Lists are never null; where no numbers can be drawn, JSON has none.
func TestJSON(t *testing.T) {
	numbered, err := plan()
	require.NoError(t, err)
	plain := numbered
	plain.Flow = flow()
	plain.Series, plain.Flow.Steps[0].Numbers = nil, nil
	unsigned := map[string]json.RawMessage{"serial": json.RawMessage(`"甲"`)}
	story := &tale{Steps: []journey.Stage{{Step: "收到", On: fazhi.DateOf(2024, 3, 1), Refused: true, Set: unsigned}}}
	for numbers, p := range map[string]journey.Plan{`"numbers":[],`: numbered, "": plain} {
		traveller, err := travel(p, story)
		require.NoError(t, err)
		data, err := json.Marshal(traveller.Lines)
		require.NoError(t, err)
		require.Equal(t, `[{"on":"2024-03-01","step":"收到","judged":"","refused":["/sender：没有来信人 [quanyuan/letter/sender]"],`+numbers+
			`"limits":[],"heard":["第1条 不予登记"]}]`, string(data))
		_, err = traveller.Trail(t.Context())
		require.EqualError(t, err, "没有一步办成")
		require.Empty(t, journey.Surprised(traveller.Surprises))
	}
}

func TestTakeRefusesDays(t *testing.T) {
	p, err := plan()
	require.NoError(t, err)
	sender := map[string]json.RawMessage{"serial": json.RawMessage(`"甲"`), "sender": json.RawMessage(`"乙村"`)}
	for _, second := range []fazhi.Date{{}, fazhi.DateOf(2024, 2, 29)} {
		_, err := travel(p, &tale{Steps: []journey.Stage{{Step: "收到", On: fazhi.DateOf(2024, 3, 1), Set: sender}, {Step: "答复", On: second}}})
		require.EqualError(t, err, "没有写日期（on），或者早于前一步")
	}
	p.Flow.Steps = nil
	_, err = journey.New(p)
	require.Error(t, err)
}

func TestTell(t *testing.T) {
	clitest.Folder(t, "甲.json", told, "乙.json", `{"step": []}`)
	story, name, err := journey.Tell[tale]([]string{"甲.json"}, nil)
	require.NoError(t, err)
	require.Equal(t, "甲.json", name)
	require.Len(t, story.Steps, 3)
	_, name, err = journey.Tell[tale]([]string{"乙.json"}, nil)
	require.Equal(t, "乙.json", name)
	require.EqualError(t, err, "不能读取 乙.json：不是一份历程，见样例")
	_, _, err = journey.Tell[tale]([]string{"无.json"}, nil)
	require.EqualError(t, err, "不能读取 无.json：没有这个文件")
	_, _, err = journey.Tell[tale](nil, fstest.MapFS{})
	require.Error(t, err)
}
