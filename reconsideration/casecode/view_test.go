package casecode_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
	"github.com/fazhi-go/fazhi/register"
)

// personal is what must not be seen: parties, their numbers and addresses, the cause, the organ that was sued, reasons.
func personal() []string {
	return []string{
		"欧阳测试", "上官虚构", "11010519491231002X", "13800000000", "沧澜区虚构路8号", "虚Q12345", "6222020000000000000",
		"赌博被行政拘留", "沧澜区公安局", "因病住院", "患者", "未成年人", "张测试",
	}
}

// private is a case full of personal data, wherever a book has room for text.
func private(t *testing.T, store register.Store) casecode.Code {
	t.Helper()
	book := newBook(t, store)
	p := personal()
	doc := func(ref fazhi.Ref) *register.Raw {
		content, err := json.Marshal(map[string]any{"parties": p, "cause": p[7], "respondent": p[8]})
		require.NoError(t, err)
		return &register.Raw{Of: ref, Name: p[0], JSON: content}
	}
	ref := fazhi.Ref{Kind: "reconsideration", ID: "欧阳测试不服沧澜区公安局案"}
	r := register.Request{Scope: in(bureau), Doc: doc(ref), Step: "收到", On: day(1, 6), By: "张测试", Reason: strings.Join(p, "，"), With: []string{"沧澜区公安局"}}
	code, _, err := casecode.Issue(t.Context(), book, r)
	require.NoError(t, err)
	r.With = nil
	for i, name := range []string{"受理", "决定（欧阳测试因病住院）", "听取上官虚构意见", "决定", "决定书送达", "决定书送达", "13800000000"} {
		r.Step, r.On = name, day(1, 7+i)
		_, err = book.Step(t.Context(), r)
		require.NoError(t, err)
	}
	_, err = book.Correct(t.Context(), register.Request{Scope: in(bureau), Doc: doc(ref), Reason: "欧阳测试的身份证号有误"})
	require.NoError(t, err)
	suit := fazhi.Ref{Kind: "suit", ID: "欧阳测试诉沧澜区公安局"}
	court := "沧澜区公安局" // sued, and has a book of its own
	link := casecode.Link{Code: code, Stage: casecode.FirstInstance, Organ: court, Of: suit}
	_, err = casecode.Connect(t.Context(), book, register.Request{Scope: in(bureau), Reason: "欧阳测试起诉", On: day(2, 1)}, link)
	require.NoError(t, err)
	_, err = book.Add(t.Context(), register.Request{Scope: in(court), Doc: doc(suit), Step: "收到应诉通知", On: day(2, 1), Reason: "未成年人"})
	require.NoError(t, err)
	_, err = book.Void(t.Context(), register.Request{Scope: in(court), Ref: suit, Reason: "患者上官虚构"})
	require.NoError(t, err)
	return code
}

// Nothing personal is in the view of a case full of it: every text in its JSON is a day or a word of a closed list.
func TestPublicViewHasNothingPersonal(t *testing.T) {
	store := register.NewMemory()
	code := private(t, store)
	course, err := casecode.Trace(t.Context(), store, in(bureau), code)
	require.NoError(t, err)
	inside, err := json.Marshal(course)
	require.NoError(t, err)
	require.Contains(t, string(inside), "欧阳测试", "else the test shows nothing")

	text, err := json.Marshal(casecode.PublicView(course, nil))
	require.NoError(t, err)
	for _, secret := range append(personal(), code.String(), bureau, "沧澜") {
		require.NotContains(t, string(text), secret)
	}
	var view any
	require.NoError(t, json.Unmarshal(text, &view))
	texts := walk(view)
	require.NotEmpty(t, texts)
	for _, s := range texts {
		_, err := fazhi.ParseDate(s)
		require.True(t, err == nil || slices.Contains(closedList(), s), "neither a day nor a word: %s", s)
	}
	require.JSONEq(t, `{"steps": [
		{"on": "2025-01-06", "stage": "行政复议", "state": "已收到"},
		{"on": "2025-01-07", "stage": "行政复议", "state": "办理中"},
		{"on": "2025-01-10", "stage": "行政复议", "state": "已办结"},
		{"on": "2025-01-11", "stage": "行政复议", "state": "已送达"},
		{"on": "2025-02-01", "stage": "一审", "state": "办理中"},
		{"on": "2025-06-02", "stage": "一审", "state": "已作废"}]}`, string(text))
}

// walk returns every text and number in a JSON value; the names of members are those of the types.
func walk(v any) (out []string) {
	switch v := v.(type) {
	case map[string]any:
		for name, member := range v {
			if !slices.Contains([]string{"steps", "on", "stage", "state"}, name) {
				out = append(out, name)
			}
			out = append(out, walk(member)...)
		}
	case []any:
		for _, item := range v {
			out = append(out, walk(item)...)
		}
	default:
		out = append(out, fmt.Sprint(v))
	}
	return out
}

// closedList is written here once more, so that a word that is added to the view is seen.
func closedList() []string {
	words := []string{"已收到", "补正材料", "办理中", "中止", "延长期限", "已办结", "已送达", "已归档", "已作废"}
	for _, s := range casecode.Stages() {
		words = append(words, string(s))
	}
	return words
}

// Every step that the default words know is one of the flow of its stage, and every word is in the closed list.
func TestDefaultWords(t *testing.T) {
	steps := map[casecode.Stage][]string{
		casecode.Reconsideration: {}, casecode.Mediation: {"登记"}, casecode.FirstInstance: {}, casecode.Appeal: {}, casecode.Retrial: {},
		casecode.Review: {"登记"}, casecode.Enforcement: {"登记"}, casecode.Other: {"登记"},
	}
	for _, s := range reconsideration.Flow(reconsideration.Profile{}).Steps {
		steps[casecode.Reconsideration] = append(steps[casecode.Reconsideration], s.Name)
	}
	for _, s := range reconsideration.SuitFlow(reconsideration.Profile{}).Steps {
		for _, stage := range []casecode.Stage{casecode.FirstInstance, casecode.Appeal, casecode.Retrial} {
			steps[stage] = append(steps[stage], s.Name)
		}
	}
	for _, s := range mediation.Flow(mediation.Profile{}).Steps {
		steps[casecode.Mediation] = append(steps[casecode.Mediation], s.Name)
	}
	words := casecode.DefaultWords()
	require.Len(t, words, len(casecode.Stages()))
	for stage, of := range words {
		for step, word := range of {
			require.Contains(t, steps[stage], step, stage)
			require.Contains(t, closedList(), word)
		}
	}
}

// A bureau adds words for its own documents; an empty list shows nothing but what was made void.
func TestOwnWords(t *testing.T) {
	store := register.NewMemory()
	code := journey(t, newBook(t, store))
	course, err := casecode.Trace(t.Context(), store, in(bureau), code)
	require.NoError(t, err)
	words := casecode.DefaultWords()
	words[casecode.Review]["处理"] = "已办结"
	view := casecode.PublicView(course, words)
	require.Contains(t, view.Steps, casecode.PublicStep{On: day(2, 14), Stage: casecode.Review, State: "已办结"})
	require.NotContains(t, casecode.PublicView(course, nil).Steps, casecode.PublicStep{On: day(2, 14), Stage: casecode.Review, State: "已办结"})
	text, err := json.Marshal(casecode.PublicView(course, casecode.Words{}))
	require.NoError(t, err)
	require.Equal(t, `{"steps":[]}`, string(text))
}

// A paper shows the code in print and the id in the QR code.
func TestStamp(t *testing.T) {
	code := casecode.Code{Organ: organ, Year: 2025, Serial: 1}
	id, err := newKey(t, "ab").ID(code)
	require.NoError(t, err)
	d, err := documents.Stamp(&gongwen.Document{}, documents.Stamping{Code: code.String(), Link: "https://example.gov.cn/c/" + id})
	require.NoError(t, err)
	drawing := d.Body[0].(gongwen.Drawing)
	require.Equal(t, "二维码，案件编号："+code.String(), drawing.Alt)
	require.NotContains(t, drawing.Alt, id)
}
