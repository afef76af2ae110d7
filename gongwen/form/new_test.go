package form_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/outline"
)

// sound is a small form without mistakes.
func sound() form.Spec {
	return form.Spec{
		Name: "函", Kind: form.Remind, Title: "关于{事}的函",
		Fields: []form.Field{
			{Name: "事", Required: true},
			{Name: "选", Type: form.Choice, Choices: []string{"甲", "乙"}},
			{Name: "注"},
			{Name: "钱", Type: form.Money, When: []string{"选=甲"}},
			{Name: "人们", Type: form.List, Of: []form.Field{{Name: "名", Required: true}, {Name: "址"}}},
			{Name: "段", Type: form.Passage},
		},
		Parts: []form.Part{
			{Text: "为{事}[，{注}]。"},
			{If: []string{"选=甲"}, Text: "{钱:大小写}"},
			{Each: "人们", Text: "{序}.{名}[，{址}]"},
			{If: []string{"段"}, Text: "又：{段}"},
			{Table: &form.Table{Header: []string{"名", "注"}, Rows: []form.Row{{Each: "人们", Cells: []string{"{名}", "{址}"}}}}},
		},
	}
}

func TestSound(t *testing.T) {
	_, err := form.New(sound())
	require.NoError(t, err)
}

func TestMistakes(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*form.Spec)
		want   string
	}{
		"unknown field":      {func(s *form.Spec) { s.Parts[0].Text = "{事}{别的}[{注}]" }, "/parts/0/text：没有字段“别的”"},
		"unused":             {func(s *form.Spec) { s.Parts[0].Text = "{事}" }, "/fields/2：字段“注”没有用到"},
		"unused of item":     {func(s *form.Spec) { s.Parts[2].Text = "{名}"; s.Parts[4].Table.Rows[0].Cells[1] = "" }, "/fields/4/of/1"},
		"gap":                {func(s *form.Spec) { s.Parts[0].Text = "{事}，{注}。" }, "/parts/0/text：“注”可以不填"},
		"gap of condition":   {func(s *form.Spec) { s.Parts[1].If = []string{"选"} }, "/parts/1/text：“钱”可以不填"},
		"gap in cell":        {func(s *form.Spec) { s.Parts[4].Table.Rows[0].Cells[1] = "址：{址}" }, "/parts/4/table/rows/0/cells/1：“址”可以不填"},
		"option":             {func(s *form.Spec) { s.Title = "{事:大写}" }, "/title：“事”不能写作“大写”"},
		"brackets":           {func(s *form.Spec) { s.Title = "{事}[" }, "/title：方括号没有成对"},
		"brackets closed":    {func(s *form.Spec) { s.Title = "{事}]" }, "/title：方括号没有成对"},
		"nested":             {func(s *form.Spec) { s.Parts[0].Text = "{事}[a[{注}]]" }, "/parts/0/text"},
		"brackets empty":     {func(s *form.Spec) { s.Title = "{事}[又]" }, "/title：方括号里没有字段"},
		"braces":             {func(s *form.Spec) { s.Title = "{事}{" }, "/title：花括号没有成对"},
		"brace closed":       {func(s *form.Spec) { s.Title = "{事}}" }, "/title：花括号没有成对"},
		"no name":            {func(s *form.Spec) { s.Title = "{事}{}" }, "/title：花括号里没有字段的名称"},
		"control":            {func(s *form.Spec) { s.Title = "{事}\n" }, "/title：文字中有控制字符"},
		"passage":            {func(s *form.Spec) { s.Parts[3].Text = "{段}。" }, "/parts/3/text：成段文字“段”应当在一段的末尾"},
		"records in text":    {func(s *form.Spec) { s.Parts[0].Text = "{事}[，{注}][{人们}]" }, "不能直接写入文字"},
		"choice unknown":     {func(s *form.Spec) { s.Parts[1].If = []string{"选=丙"} }, "/parts/1/if/0：“选”没有选项“丙”"},
		"no choice":          {func(s *form.Spec) { s.Parts[1].If = []string{"事=甲"} }, "“事”不是选择"},
		"condition":          {func(s *form.Spec) { s.Parts[1].If = []string{"别的"} }, "/parts/1/if/0：没有字段“别的”"},
		"condition of basis": {func(s *form.Spec) { s.Laws = []form.Law{{Text: "甲"}}; s.Parts[1].If = []string{"依据"} }, "没有字段“依据”"},
		"each":               {func(s *form.Spec) { s.Parts[2].Each = "事" }, "/parts/2/each：没有列表“事”"},
		"item of records":    {func(s *form.Spec) { s.Parts[2].Text = "{项}{名}[{址}]" }, "没有字段“项”"},
		"basis without law":  {func(s *form.Spec) { s.Title = "{事}{依据}" }, "没有字段“依据”"},
		"law":                {func(s *form.Spec) { s.Laws = []form.Law{{Text: "第{事}条"}} }, "/laws/0/text"},
		"double":             {func(s *form.Spec) { s.Fields[2].Name = "事" }, "/fields/2/name：字段重名"},
		"double in items":    {func(s *form.Spec) { s.Fields[4].Of[1].Name = "注" }, "/fields/4/of/1/name：字段重名"},
		"reserved":           {func(s *form.Spec) { s.Fields[2].Name = "项" }, "/fields/2/name"},
		"type":               {func(s *form.Spec) { s.Fields[2].Type = "别的" }, "/fields/2/type"},
		"choices":            {func(s *form.Spec) { s.Fields[1].Choices = []string{"甲", "甲"} }, "/fields/1/choices"},
		"choice sign":        {func(s *form.Spec) { s.Fields[1].Choices = []string{"甲", "乙|丙"} }, "/fields/1/choices/1"},
		"fields of a text":   {func(s *form.Spec) { s.Fields[2].Of = []form.Field{{Name: "子"}} }, "/fields/2/of"},
		"list in a list":     {func(s *form.Spec) { s.Fields[4].Of[1].Type = form.List }, "/fields/4/of/1"},
		"required and when":  {func(s *form.Spec) { s.Fields[0].When = []string{"注"} }, "/fields/0/when"},
		"kind":               {func(s *form.Spec) { s.Kind = "别的" }, "/kind"},
		"format":             {func(s *form.Spec) { s.Format = 9 }, "/format"},
		"number":             {func(s *form.Spec) { s.Number = "事" }, "/number：没有类型相符的字段“事”"},
		"date":               {func(s *form.Spec) { s.Sign.Date = "别的" }, "/sign/date"},
		"organs":             {func(s *form.Spec) { s.Sign.Organs = []string{""} }, "/sign/organs/0"},
		"empty part":         {func(s *form.Spec) { s.Parts = append(s.Parts, form.Part{}) }, "/parts/5：应当有文字或者表格"},
		"level":              {func(s *form.Spec) { s.Parts[0].Level = 5 }, "/parts/0/level"},
		"set":                {func(s *form.Spec) { s.Parts[0].Set = "别的" }, "/parts/0/set"},
		"items of nothing":   {func(s *form.Spec) { s.Parts[0].Items = true }, "/parts/0/items"},
		"header":             {func(s *form.Spec) { s.Parts[4].Table.Header = nil }, "/parts/4/table"},
		"widths":             {func(s *form.Spec) { s.Parts[4].Table.Widths = []int{1, 0} }, "/parts/4/table：表格应当有表头"},
		"cells":              {func(s *form.Spec) { s.Parts[4].Table.Rows[0].Cells = []string{"", "", ""} }, "/parts/4/table/rows/0/cells"},
		"attachment":         {func(s *form.Spec) { s.Attachments = []form.Attachment{{}} }, "/attachments/0/title"},
		"names nothing":      {func(s *form.Spec) { s.Name = "" }, "/name"},
	} {
		t.Run(name, func(t *testing.T) {
			s := sound()
			c.change(&s)
			_, err := form.New(s)
			require.ErrorIs(t, err, form.ErrSpec)
			require.ErrorContains(t, err, c.want)
			var m *form.Mistake
			require.ErrorAs(t, err, &m)
		})
	}
}

// All mistakes are said at once.
func TestMistakesTogether(t *testing.T) {
	s := sound()
	s.Name, s.Kind, s.Title = "", "", "{别的}"
	_, err := form.New(s)
	require.Len(t, strings.Split(err.Error(), "\n"), 3)
}

// A Form does not change when the Spec that it was made from does.
func TestFormKeepsItsSpec(t *testing.T) {
	s := sound()
	f, err := form.New(s)
	require.NoError(t, err)
	s.Fields[1].Choices[0], s.Parts[4].Table.Header[0], s.Fields[3].When[0] = "别的", "别的", "注"
	d, issues, err := f.Fill(form.Values{"事": "甲事", "选": "甲", "钱": "1元"})
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Contains(t, outline.Of(d), "| 名 |")
	f.Fields()[0].Name = "别的"
	require.Equal(t, "事", f.Fields()[0].Name)
	require.Equal(t, "函", f.Name())
}

func TestReadSpecRefuses(t *testing.T) {
	for _, text := range []string{"", "[]", `{"nam":""}`, `{} {}`, `{"format":"别的"}`, strings.Repeat(" ", 1<<20) + "{}"} {
		_, err := form.ReadSpec([]byte(text))
		require.ErrorIs(t, err, form.ErrSpec)
	}
}
