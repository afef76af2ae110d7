package content_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/normdoc/content"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/workday"
)

// place is the profile of an invented place that sets everything.
func place() content.Profile {
	return content.Profile{
		Validity: normdoc.Validity{
			General: workday.Span{N: 5, Unit: workday.Years}, Trial: workday.Span{N: 2, Unit: workday.Years},
		},
		ValidityRequired: true, ChaptersFrom: 20,
	}
}

func TestChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases"), checks(t, place()), checktest.Decode[content.Draft])
}

func TestCodes(t *testing.T) {
	checktest.Codes(t, "testdata/codes.txt", checks(t, place())...)
}

// What is local is not judged unless the profile says so.
func TestZeroProfile(t *testing.T) {
	all := checks(t, content.Profile{})
	for _, code := range []fazhi.Code{"normdoc/text/validity-missing", "normdoc/text/validity-long", "normdoc/text/chapters"} {
		require.False(t, has(all, code), code)
	}
	require.Len(t, checks(t, place()), len(all)+3)
}

func has(all []fazhi.Check, code fazhi.Code) bool {
	return slices.ContainsFunc(all, func(c fazhi.Check) bool { return c.Code == code })
}

func TestProfile(t *testing.T) {
	own := content.Rule{
		Code: "quanyuan/text/slogan", Doc: "不写口号", Basis: "本区公文写作要求", Mark: content.Read, Signs: []content.Sign{{Words: `大干快上`}},
	}
	all := checks(t, content.Profile{
		Off:        []fazhi.Code{"normdoc/wording/must"},
		Severities: map[fazhi.Code]fazhi.Severity{"normdoc/text/proof": fazhi.Error},
		More:       []content.Rule{own},
	})
	require.False(t, has(all, "normdoc/wording/must"))
	found := cues(t, all, "甲办法\n\n第一条　必须大干快上。\n\n第二条　申请人应当提交社区出具的证明。\n\n第三条　本办法自公布之日起施行。\n")
	require.Equal(t, fazhi.Issues{
		{
			Code: "normdoc/text/proof", Severity: fazhi.Error, Path: "/art_2/para_1", Origin: fazhi.Origin{File: "甲.txt", Cell: "第5行"},
			Message: "要求提交证明：看是否有依据，是否循环证明、重复证明、无谓证明", Basis: "国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知（国办发〔2018〕37号）第一部分",
		},
		{
			Code: "quanyuan/text/slogan", Path: "/art_1/para_1", Origin: fazhi.Origin{File: "甲.txt", Cell: "第3行"},
			Message: "不写口号", Basis: "本区公文写作要求",
		},
	}, found)
}

// All that is wrong with a profile is said at once.
func TestBadProfile(t *testing.T) {
	_, err := content.Checks(content.Profile{
		Off: []fazhi.Code{"normdoc/wording/mast"},
		More: []content.Rule{
			{Code: "quanyuan/a", Doc: "甲", Basis: "乙", Signs: []content.Sign{{Words: `(`}}},
			{Code: "quanyuan/b", Doc: "甲", Basis: "乙"},
		},
	})
	require.ErrorContains(t, err, "没有“normdoc/wording/mast”这个检查项，是不是“normdoc/wording/must”")
	require.ErrorContains(t, err, "规则 quanyuan/a")
	require.ErrorContains(t, err, "规则 quanyuan/b：没有用语")
}

// Issues whose basis has not been compared say so.
func TestUnconfirmedBasis(t *testing.T) {
	all := checks(t, content.Profile{})
	for _, r := range content.Rules() {
		i := slices.IndexFunc(all, func(c fazhi.Check) bool { return c.Code == r.Code })
		if r.Mark == content.Unconfirmed {
			require.Equal(t, r.Basis+"（尚未与原文核对）", all[i].Basis)
		} else {
			require.Equal(t, r.Basis, all[i].Basis)
		}
	}
}

func TestDraftIsItsJSON(t *testing.T) {
	text, _ := statute.Parse("甲.txt", "甲办法\n\n第一条　乙。\n\n")
	draft := content.New(normdoc.Doc{Serial: "GF-1", Name: "甲办法"}, text)
	written, err := json.Marshal(draft)
	require.NoError(t, err)
	var read content.Draft
	require.NoError(t, json.Unmarshal(written, &read))
	again, err := json.Marshal(&read)
	require.NoError(t, err)
	require.Equal(t, string(written), string(again))
	origin, ok := read.Origin("/art_1/para_1")
	require.True(t, ok)
	require.Equal(t, fazhi.Origin{File: "甲.txt", Cell: "第3行"}, origin)
	_, ok = read.Origin("/art_9")
	require.False(t, ok)
	require.Error(t, json.Unmarshal([]byte(`[]`), &read))
}

func TestEmptyDraft(t *testing.T) {
	today := fazhi.DateOf(2025, 1, 1)
	for _, draft := range []*content.Draft{content.New(normdoc.Doc{}, nil), {}} {
		require.NotEmpty(t, draft.ID())
		require.Empty(t, draft.Title())
		found, err := fazhi.Validate(t.Context(), draft, today, today, checks(t, place()))
		require.NoError(t, err)
		require.Len(t, found, 2, "no commencement, no validity")
		_, err = json.Marshal(draft)
		require.NoError(t, err)
	}
}

// Every standard that a cue names is in the checklist.
func TestStandards(t *testing.T) {
	standards := content.Standards()
	require.Len(t, standards, 19)
	perArticle := map[int]int{}
	for _, s := range standards {
		perArticle[s.Article]++
		require.Equal(t, perArticle[s.Article], s.Item, s.Name)
	}
	require.Equal(t, map[int]int{8: 5, 9: 6, 10: 4, 11: 4}, perArticle)
}

// No text keeps a check from its work.
func FuzzChecks(f *testing.F) {
	f.Add("甲办法（试行）\n\n第一条　必须交纳罚款。\n（一）第（三）项；\n自二〇二四年二月三十日起施行，有效期〇年。《乙》同时废止。\n乙局办公室\n2024年1月1日")
	f.Add("关于\n有效期至9999年99月99日，自0000年00月00日起执行")
	all := checks(f, place())
	f.Fuzz(func(t *testing.T, text string) {
		cues(t, all, text)
	})
}
