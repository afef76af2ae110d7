package dossier_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/dossier"
	"github.com/fazhi-go/fazhi/table"
)

// All names and facts in these tests are invented.

func TestChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases"), dossier.Checks(dossier.Profile{}), checktest.Decode[dispute.Dispute])
}

func TestCodes(t *testing.T) {
	all := dossier.Checks(dossier.Profile{})
	for _, code := range []fazhi.Code{dossier.CodeArchive, dossier.CodeFiled} {
		all = append(all, fazhi.Check{Code: code})
	}
	checktest.Codes(t, "testdata/codes.txt", all...)
}

func settled() *dispute.Dispute {
	return &dispute.Dispute{
		Case: mediation.Case{Serial: "RT-1", Accepted: fazhi.DateOf(2024, 3, 1), Closed: fazhi.DateOf(2024, 3, 5), Result: "成功", Form: "书面"},
		Papers: []dispute.Paper{
			{Part: 13, Name: "封底"},
			{Part: 7, Name: "第一次调解记录", Pages: 2}, {Part: 7, Name: "第二次调解记录", Pages: 1},
			{Part: 1, Name: "人民调解申请书", Pages: 1}, {Part: 2, Name: "权利义务告知书", Pages: 2}, {Part: 3, Name: "身份证复印件", Pages: 2},
			{Part: 8, Name: "人民调解协议书", Pages: 3},
		},
	}
}

func archive() dossier.Archive {
	return dossier.Archive{Volume: "1", Number: "（2024）某人调字第1号", Keeper: "某丁", Filed: fazhi.DateOf(2024, 4, 1), Retention: "长期"}
}

// The papers stand by part, in one part as given, and their pages follow each other.
func TestCatalogue(t *testing.T) {
	d := settled()
	entries := dossier.Profile{}.Catalogue(d)
	var lines []string
	for _, e := range entries {
		lines = append(lines, e.Name+" "+e.Pages())
	}
	require.Equal(t, []string{"人民调解申请书 1", "权利义务告知书 2—3", "身份证复印件 4—5", "第一次调解记录 6—7", "第二次调解记录 8", "人民调解协议书 9—11", "封底 "}, lines)
	require.Equal(t, 11, dossier.LastPage(entries))
	require.Equal(t, "封底", d.Papers[0].Name, "the dispute stays as it is")
	require.Zero(t, dossier.LastPage(nil))
}

// Behind a paper without pages, no page is known; papers of no part come last.
func TestCatalogueWithGaps(t *testing.T) {
	d := settled()
	d.Papers[4].Pages = 0
	d.Papers = append(d.Papers, dispute.Paper{Part: 99, Name: "照片", Pages: 1})
	entries := dossier.Profile{}.Catalogue(d)
	require.Equal(t, "1", entries[0].Pages())
	for _, e := range entries[1:] {
		require.Empty(t, e.Pages(), e.Name)
	}
	require.Equal(t, "照片", entries[len(entries)-1].Name)
	require.Zero(t, dossier.LastPage(entries))
}

func TestArchive(t *testing.T) {
	p, d := dossier.Profile{}, settled()
	require.Empty(t, p.Issues(d, archive()))
	var at []string
	for _, i := range p.Issues(d, dossier.Archive{}) {
		require.Equal(t, dossier.CodeArchive, i.Code)
		at = append(at, string(i.Path))
	}
	require.Equal(t, []string{"/archive/volume", "/archive/number", "/archive/keeper", "/archive/filed", "/archive/retention"}, at)
	early := archive()
	early.Filed = fazhi.DateOf(2024, 3, 4)
	issues := p.Issues(d, early)
	require.Len(t, issues, 1)
	require.Equal(t, dossier.CodeFiled, issues[0].Code)
}

// Issues finds what Checks finds, with the same words.
func TestIssuesAndChecksAgree(t *testing.T) {
	d := settled()
	d.Papers = d.Papers[2:4]
	want, err := fazhi.Validate(t.Context(), d, fazhi.DateOf(2024, 3, 5), fazhi.DateOf(2024, 4, 1), dossier.Checks(dossier.Profile{}))
	require.NoError(t, err)
	require.Len(t, want, 4)
	require.Equal(t, want, dossier.Profile{}.Issues(d, archive()))
}

// The messages name the part, why it is needed and which paper is wanted.
func TestMessages(t *testing.T) {
	d := settled()
	d.Appraisals = []fazhi.Period{{From: fazhi.DateOf(2024, 3, 2)}}
	d.Papers = d.Papers[:6]
	issues := dossier.Profile{Rule: "某区人民调解卷宗规范"}.Issues(d, archive())
	require.Len(t, issues, 2)
	require.Equal(t, "缺少第8项“调解协议书或者口头协议登记表”", issues[0].Message)
	require.Equal(t, "缺少第6项“证据材料”（进行过鉴定）", issues[1].Message)
	require.Equal(t, "人民调解法第二十七条、某区人民调解卷宗规范", issues[0].Basis)
}

// A place with other forms has other parts.
func TestOtherParts(t *testing.T) {
	p := dossier.Profile{Parts: []dossier.Part{{No: 1, Name: "登记表", Need: dossier.Required}, {No: 2, Name: "录音", Need: dossier.AsNeeded}}}
	d := settled()
	d.Papers = []dispute.Paper{{Part: 2, Name: "录音目录", Pages: 1}}
	issues := p.Issues(d, archive())
	require.Len(t, issues, 1)
	require.Equal(t, "缺少第1项“登记表”", issues[0].Message)
}

func TestDays(t *testing.T) {
	d := settled()
	require.Equal(t, fazhi.Period{From: fazhi.DateOf(2024, 3, 1), To: fazhi.DateOf(2024, 3, 5)}, dossier.Days(d))
	d.Accepted, d.Talks = fazhi.Date{}, []dispute.Session{{On: fazhi.DateOf(2024, 3, 2)}}
	require.Equal(t, fazhi.DateOf(2024, 3, 2), dossier.Days(d).From)
}

func TestSheets(t *testing.T) {
	d := settled()
	d.Visits = []dispute.Visit{{On: fazhi.DateOf(2024, 5, 6)}}
	d.Form = "口头"
	d.Papers = d.Papers[1:]
	var b strings.Builder
	require.NoError(t, table.WriteCSV(&b, dossier.CatalogueSheet(dossier.Profile{}.Catalogue(d))))
	require.Contains(t, b.String(), "4,第一次调解记录,6,7,\r\n")
	b.Reset()
	require.NoError(t, table.WriteCSV(&b, dossier.Profile{}.ChecklistSheet(d)))
	for _, line := range []string{
		"4,授权委托书,按需,有委托代理人,否,0,不需要\r\n", "7,调解记录,必须,没有调解就终止的除外,是,2,齐全\r\n", "8,调解协议书或者口头协议登记表,择一,达成协议,是,1,不符\r\n",
		"10,回访记录,按需,进行过回访,是,0,缺少\r\n",
	} {
		require.Contains(t, b.String(), line)
	}
}

// FuzzCatalogue makes a file of any dispute that can be read: the pages follow each other without gap, and no issue repeats a name.
func FuzzCatalogue(f *testing.F) {
	data, err := json.Marshal(settled())
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"serial":"RT-1","committee":"某","accepted":"2024-03-01","result":"成功","papers":[{"part":-1,"name":"甲","pages":9223372036854775807},{"part":7,"name":"乙","pages":3}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, issues := dispute.FromJSON("纠纷.json", data)
		if d == nil {
			require.NotEmpty(t, issues)
			return
		}
		p := dossier.Profile{}
		entries := p.Catalogue(d)
		require.Len(t, entries, len(d.Papers))
		next := 1
		for i, e := range entries {
			require.Equal(t, i+1, e.No)
			if e.To != 0 {
				require.Equal(t, next, e.From)
				require.GreaterOrEqual(t, e.To, e.From)
				next = e.To + 1
			}
		}
		first := p.Issues(d, dossier.Archive{})
		require.Equal(t, first, p.Issues(d, dossier.Archive{}))
		require.NoError(t, table.WriteCSV(&strings.Builder{}, p.ChecklistSheet(d)))
	})
}
