package redact

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// everything returns all that a document holds, as text.
func everything(t testing.TB, d *gongwen.Document) string {
	t.Helper()
	var b strings.Builder
	_, err := walk(d, visitor{
		func(_ fazhi.Path, _, text string) []cut { b.WriteString(text + "\n"); return nil },
		func(_ fazhi.Path, data []byte) ([]byte, error) { b.Write(data); return data, nil },
	})
	require.NoError(t, err)
	data, err := json.Marshal(d)
	require.NoError(t, err)
	return b.String() + string(data)
}

// Whatever the document, nothing personal is left, masking again changes nothing, the document given stays as it was, and
// every place of the report names what was masked.
func TestMaskedDocuments(t *testing.T) {
	for seed := range uint64(60) {
		v := newInventor(seed)
		d := v.document(t)
		before := everything(t, d)
		r := masker(t, Options{Names: v.people()})
		public, report, err := r.Document(d)
		require.NoError(t, err)
		text := everything(t, public)
		for _, value := range append(v.values, v.names...) {
			require.NotContains(t, text, value, seed)
		}
		require.Equal(t, before, everything(t, d), "the document given does not change")
		again, second, err := r.Document(public)
		require.NoError(t, err)
		require.Empty(t, second.Places)
		require.Equal(t, public, again)
		placesAreRight(t, v, d, report)
		require.NotContains(t, report.String(), v.names[0])
	}
}

// placesAreRight fails unless the places of a report hold what was invented.
func placesAreRight(t *testing.T, v *inventor, d *gongwen.Document, report Report) {
	t.Helper()
	texts := map[fazhi.Path][]rune{}
	_, err := walk(d, visitor{func(at fazhi.Path, _, text string) []cut { texts[at] = []rune(text); return nil }, keepImage})
	require.NoError(t, err)
	for _, p := range report.Places {
		if !p.Kind.masked() {
			continue
		}
		require.Contains(t, texts, p.Path)
		found := string(texts[p.Path][p.Start : p.Start+p.Length])
		hit := false
		for _, value := range append(v.values, v.names...) {
			hit = hit || strings.Contains(value, found) || strings.Contains(found, value)
		}
		require.True(t, hit, found)
	}
}

func TestPublicCopy(t *testing.T) {
	d := &gongwen.Document{
		Head: gongwen.Head{Copy: "000001"}, Title: "关于张三丰申请的答复", TitleLines: []string{"关于张三丰", "申请的答复"},
		Body: []gongwen.Block{
			gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("申请人：张"), gongwen.Emphasis("三丰"), gongwen.Text("。")}},
			gongwen.Table{Header: [][]gongwen.Span{{gongwen.Text("姓名")}, {gongwen.Text("身份证号")}},
				Rows: [][][]gongwen.Span{{{gongwen.Text("李小四")}, {gongwen.Text("110105194912310021")}}}},
			gongwen.Table{Header: [][]gongwen.Span{{gongwen.Text("项目")}, {gongwen.Text("内容")}},
				Rows: [][][]gongwen.Span{{{gongwen.Text("户 主")}, {gongwen.Text("王　五")}}, {{gongwen.Text("住址")}, {gongwen.Text("甲市乙区丙社区丁栋")}}}},
		},
		Files: []gongwen.File{{Name: "a.xlsx", Data: []byte("12345")}},
		Props: gongwen.Props{Index: "QZ01104-3000-2025-00002"},
	}
	public, report, err := masker(t, Options{Context: true}).Document(d)
	require.NoError(t, err)
	require.Equal(t, "关于张某申请的答复", public.Title)
	require.Nil(t, public.TitleLines)
	require.Equal(t, []gongwen.Span{gongwen.Text("申请人：张某"), gongwen.Emphasis(""), gongwen.Text("。")}, public.Body[0].(gongwen.Paragraph).Text)
	require.Equal(t, [][]gongwen.Span{{gongwen.Text("李某")}, {gongwen.Text("××××")}}, public.Body[1].(gongwen.Table).Rows[0])
	require.Equal(t, gongwen.Text("王某"), public.Body[2].(gongwen.Table).Rows[0][1][0])
	require.Equal(t, gongwen.Text("甲市乙区××××"), public.Body[2].(gongwen.Table).Rows[1][1][0])
	require.Equal(t, "主动公开", public.Props.Disclosure)
	require.Equal(t, "此件主动公开", public.Note)
	require.Equal(t, d.Props.Index, public.Props.Index)
	require.Empty(t, public.Files)
	require.Empty(t, public.Head.Copy)
	require.Equal(t, []Place{
		{"/title", 2, 3, Name}, {"/titleLines/0", 2, 3, Name}, {"/body/0/text", 4, 3, Name},
		{"/body/1/rows/0/0", 0, 3, Name}, {"/body/1/rows/0/1", 0, 18, ID},
		{"/body/2/rows/0/1", 0, 3, Name}, {"/body/2/rows/1/1", 4, 5, Address},
		{"/head/copy", 0, 0, Copy}, {"/files/0", 0, 5, File},
	}, report.Places)
	require.Contains(t, report.String(), "隐去：姓名 5 处，公民身份号码 1 处，住址 1 处，随附文件 1 处，份号 1 处\n/title：第3字起3字，姓名\n")
	require.Contains(t, report.String(), "/head/copy：份号\n/files/0：随附文件，5 字节\n")
}

func TestRefused(t *testing.T) {
	r := masker(t, Options{})
	for name, c := range map[string]struct {
		d    gongwen.Document
		want error
	}{
		"secrecy":       {gongwen.Document{Head: gongwen.Head{Secrecy: "机密★1年"}}, ErrSecret},
		"mark in text":  {gongwen.Document{Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("秘"), gongwen.Text("密★")}}}}, ErrSecret},
		"not public":    {gongwen.Document{Props: gongwen.Props{Disclosure: "不予公开"}}, ErrNotPublic},
		"note":          {gongwen.Document{Note: "此件不公开"}, ErrNotPublic},
		"unknown block": {gongwen.Document{Body: []gongwen.Block{foreign{}}}, gongwen.ErrBlock},
		"in attachment": {gongwen.Document{Attachments: []gongwen.Attachment{{Body: []gongwen.Block{foreign{}}}}}, gongwen.ErrBlock},
	} {
		t.Run(name, func(t *testing.T) {
			d, report, err := r.Document(&c.d)
			require.ErrorIs(t, err, c.want)
			require.Nil(t, d)
			require.Empty(t, report.Places)
		})
	}
}

type foreign struct{ gongwen.Foreign }

// A Lowerer is masked as what it lowers into.
type lowerer struct{ gongwen.Foreign }

func (lowerer) Lower() []gongwen.Block {
	return []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("13900000000")}}}
}

func TestForeignBlocks(t *testing.T) {
	d, _, err := masker(t, Options{}).Document(&gongwen.Document{Body: []gongwen.Block{lowerer{}}})
	require.NoError(t, err)
	require.Equal(t, []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("××××")}}}, d.Body)
}

// Long texts made to be slow are masked like others: work grows with the length.
func TestHostileTexts(t *testing.T) {
	r := masker(t, Options{Context: true, Names: []fazhi.PersonName{"张张张张张张张张", "王　五"}, Keep: []string{"路路路路路路"}})
	for _, unit := range []string{"张", "申请人：", "申请人：张三、", "1", "1 ", "1-", "a@", "路1号", "路", "身份证", "住址：", "住甲市", "电话1", "×", "·", "（", "13900000000"} {
		text := strings.Repeat(unit, 60_000/len(unit))
		masked, _ := r.Text(text)
		again, _ := r.Text(masked)
		require.Equal(t, masked, again, unit)
	}
}
