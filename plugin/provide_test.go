package plugin_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

// always returns a provider with one answer.
func always[Q, R any](r *R) func(context.Context, *Q) (*R, error) {
	return func(context.Context, *Q) (*R, error) { return r, nil }
}

// one is a map of one provider.
func one[Q, R any](name string, r *R) map[string]func(context.Context, *Q) (*R, error) {
	return map[string]func(context.Context, *Q) (*R, error){name: always[Q](r)}
}

// letter signs by writing its name.
type letter struct{}

func (letter) Key() checkpoint.Key                          { return checkpoint.Key{Name: "甲"} }
func (letter) Sign(context.Context, []byte) ([]byte, error) { return []byte("甲"), nil }

var _ checkpoint.Signer = letter{}

func TestProvidersAnswerByName(t *testing.T) {
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	p := named("a/one")
	p.Provide = plugin.Providers{
		Sections: one[plugin.SectionRequest]("信访", &plugin.SectionResponse{Section: report.Section{Figures: []fazhi.Figure{{ID: "信访.件数"}}}}),
		Numberers: one[plugin.NumberRequest]("发文", &plugin.NumberResponse{Number: func(s numbering.Slot) (string, error) {
			return strings.Repeat("第", s.Serial), nil
		}}),
		Renderers: map[string]func(context.Context, *plugin.RenderRequest) (*plugin.RenderResponse, error){
			"txt": func(_ context.Context, q *plugin.RenderRequest) (*plugin.RenderResponse, error) {
				_, err := q.To.Write([]byte(q.Document.Title))
				return &plugin.RenderResponse{Issues: fazhi.Issues{{Code: "a/txt/lost", Message: "没有版头"}}}, err
			},
		},
		Calendars: one[plugin.CalendarRequest]("自治州", &plugin.CalendarResponse{Calendar: calendar}),
		Rubrics:   one[plugin.ScoreRequest]("处罚", &plugin.ScoreResponse{Result: rubric.Result{Marks: []rubric.Mark{{Points: 150}, {Points: 50}, {Points: 3, Verdict: rubric.NotMet}}, Got: 200}}),
		Signers:   one[plugin.SignerRequest]("甲", &plugin.SignerResponse{Signer: letter{}}),
	}
	h, ctx := host(t, p), t.Context()

	s, err := h.Section(ctx, &plugin.SectionRequest{Slot: "信访"})
	require.NoError(t, err)
	require.Equal(t, report.Section{Slot: "信访", By: "a/one", Figures: []fazhi.Figure{{ID: "信访.件数"}}}, s)
	number, err := h.Numberer(ctx, &plugin.NumberRequest{Series: "发文"})
	require.NoError(t, err)
	text, err := number(numbering.Slot{Serial: 3})
	require.NoError(t, err)
	require.Equal(t, "第第第", text)
	_, err = number(numbering.Slot{Serial: -1})
	require.ErrorIs(t, err, plugin.ErrPanic, "a rule runs within the book's transaction, which must not die of it")
	var out bytes.Buffer
	issues, err := h.Render(ctx, &plugin.RenderRequest{Format: "txt", Document: &gongwen.Document{Title: "通知"}, To: &out})
	require.NoError(t, err)
	require.Equal(t, "通知 a/txt/lost", out.String()+" "+string(issues[0].Code))
	c, err := h.Calendar(ctx, &plugin.CalendarRequest{Region: "自治州"})
	require.NoError(t, err)
	require.Same(t, calendar, c)
	result, err := h.Score(ctx, &plugin.ScoreRequest{Rubric: "处罚", Doc: store})
	require.NoError(t, err)
	require.Equal(t, "2", result.Got.String())
	signer, err := h.Signer(ctx, &plugin.SignerRequest{Key: "甲"})
	require.NoError(t, err)
	require.Equal(t, letter{}, signer)
}

func TestProvidersThatDoNotAnswer(t *testing.T) {
	cause := errors.New("台账打不开")
	p := named("a/one")
	p.Provide = plugin.Providers{
		Sections: sections{
			"空": always[plugin.SectionRequest]((*plugin.SectionResponse)(nil)),
			"错": always[plugin.SectionRequest](&plugin.SectionResponse{Section: report.Section{Slot: "别的"}}),
			"坏": func(context.Context, *plugin.SectionRequest) (*plugin.SectionResponse, error) { return nil, cause },
		},
		Numberers: map[string]func(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error){
			"空": always[plugin.NumberRequest](&plugin.NumberResponse{}),
			"误": always[plugin.NumberRequest](&plugin.NumberResponse{Pattern: "{year"}),
			"对": always[plugin.NumberRequest](&plugin.NumberResponse{Pattern: "泉租〔{year}〕{serial}号"}),
		},
		Calendars: one[plugin.CalendarRequest]("空", &plugin.CalendarResponse{}),
		Rubrics:   one[plugin.ScoreRequest]("错", &plugin.ScoreResponse{Result: rubric.Result{Got: 3, Marks: []rubric.Mark{{Points: 2}, {Points: -1}}}}),
		Signers:   one[plugin.SignerRequest]("空", &plugin.SignerResponse{}),
	}
	h, ctx := host(t, p), t.Context()
	section := func(slot string) error {
		_, err := h.Section(ctx, &plugin.SectionRequest{Slot: slot})
		return err
	}
	require.ErrorIs(t, section("空"), plugin.ErrAnswer)
	require.ErrorIs(t, section("错"), plugin.ErrAnswer)
	require.ErrorIs(t, section("坏"), cause)
	require.EqualError(t, section("无"), "plugin: 没有插件提供“无”（section）")
	require.ErrorIs(t, section("无"), plugin.ErrNoProvider)
	for _, series := range []string{"空", "误"} {
		_, err := h.Numberer(ctx, &plugin.NumberRequest{Series: series})
		require.ErrorIs(t, err, plugin.ErrAnswer)
	}
	number, err := h.Numberer(ctx, &plugin.NumberRequest{Series: "对"})
	require.NoError(t, err)
	text, err := number(numbering.Slot{Year: 2024, Serial: 3})
	require.NoError(t, err)
	require.Equal(t, "泉租〔2024〕3号", text)
	_, err = h.Calendar(ctx, &plugin.CalendarRequest{Region: "空"})
	require.ErrorIs(t, err, plugin.ErrAnswer)
	_, err = h.Score(ctx, &plugin.ScoreRequest{Rubric: "错", Doc: store})
	require.ErrorIs(t, err, plugin.ErrAnswer)
	_, err = h.Signer(ctx, &plugin.SignerRequest{Key: "空"})
	require.ErrorIs(t, err, plugin.ErrAnswer)
	_, err = h.Render(ctx, &plugin.RenderRequest{Format: "txt"})
	require.ErrorIs(t, err, plugin.ErrNoProvider)
}

func TestSectionsOfAReport(t *testing.T) {
	empty := always[plugin.SectionRequest](&plugin.SectionResponse{})
	h := host(t, giving("b/two", sections{"乙": empty, "丙": empty}), giving("a/one", sections{"甲": empty}))
	all, err := h.Sections(t.Context(), report.Statutory(), plugin.SectionRequest{Period: fazhi.YearOf(2024)})
	require.NoError(t, err)
	var slots []string
	for _, s := range all {
		slots = append(slots, s.By+" "+s.Slot)
	}
	require.Equal(t, []string{"b/two 丙", "b/two 乙", "a/one 甲"}, slots)

	strict := report.Statutory()
	strict.Requires = []string{"a/one", "c/three"}
	_, err = h.Sections(t.Context(), strict, plugin.SectionRequest{})
	require.ErrorIs(t, err, plugin.ErrMissing)
}
