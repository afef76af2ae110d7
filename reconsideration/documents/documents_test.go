package documents_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
	"github.com/fazhi-go/fazhi/register/numbering"
)

var update = flag.Bool("update", false, "write golden files")

// Each document with all its fields and with as few as can be.
func TestGolden(t *testing.T) {
	for _, doc := range documents.All() {
		t.Run(doc.Key, func(t *testing.T) {
			got := "== 全\n" + outline.Of(filled(t, doc.Spec, true, nil)) + "== 简\n" + outline.Of(filled(t, doc.Spec, false, nil))
			file := filepath.Join("testdata", strings.ReplaceAll(doc.Key, "/", "-")+".txt")
			if *update {
				require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Equal(t, string(want), got)
		})
	}
}

// Keys and series are each document's own; numbers of a series can be written.
func TestKeysAndSeries(t *testing.T) {
	keys, series := map[string]bool{}, map[string]string{}
	for _, doc := range documents.All() {
		require.False(t, keys[doc.Key], doc.Key)
		keys[doc.Key] = true
		if doc.Series == "" {
			require.Empty(t, doc.Spec.Number, doc.Key)
			continue
		}
		group, _, _ := strings.Cut(doc.Key, "/")
		if before, ok := series[doc.Series]; ok {
			require.Equal(t, before, group, doc.Key)
		}
		series[doc.Series] = group
		scheme, err := numbering.DocumentNumber("某政" + doc.Series)
		require.NoError(t, err)
		text, err := scheme.Number(numbering.Slot{Year: 2024, Serial: 12})
		require.NoError(t, err)
		n, err := fazhi.ParseNumber(text)
		require.NoError(t, err)
		require.Equal(t, fazhi.Number{Issuer: "某政" + doc.Series, Year: 2024, Seq: 12}, n)
	}
	_, ok := documents.ByKey("none")
	require.False(t, ok)
}

// Every way of closing a case that the ledger has, has its document.
func TestEveryOutcomeHasADocument(t *testing.T) {
	var outcomes []string
	for _, o := range reconsideration.Outcomes() {
		doc, ok := documents.Of(string(o))
		require.True(t, ok, o)
		require.Contains(t, doc.Outcomes, string(o))
		outcomes = append(outcomes, string(o))
	}
	require.Len(t, outcomes, 16)
	known := map[string]bool{}
	for _, doc := range documents.All() {
		for _, o := range doc.Outcomes {
			require.Contains(t, outcomes, o)
			require.False(t, known[o], o)
			known[o] = true
		}
	}
	_, ok := documents.Of("别的")
	require.False(t, ok)
}

// stray finds marks that stand where something was left out.
var stray = regexp.MustCompile(`[，、：；（][，。、；：）]|。。|^[，。；、]|[{}\[\]]|：$|第第|日日|书书`)

// Whatever is chosen, under either law, there is an article, and nothing is left behind where a field was left out.
func TestEveryChoice(t *testing.T) {
	for _, doc := range documents.All() {
		for _, choices := range combinations(doc.Spec) {
			if lawless(doc.Key, choices) {
				continue
			}
			for _, full := range []bool{true, false} {
				d := filled(t, doc.Spec, full, choices)
				_, err := gongwen.Lower(d.Body)
				require.NoError(t, err)
				for _, b := range d.Body {
					p, ok := b.(gongwen.Paragraph)
					if text := gongwen.PlainText(p.Text); ok && p.Align == gongwen.Justified && !endsOpen(text) {
						require.False(t, stray.MatchString(text), "%s %v：%s", doc.Key, choices, text)
					}
				}
				text := outline.Of(d)
				require.Equal(t, choices["适用旧法"] != nil, strings.Contains(text, "（2017年修正）") || !strings.Contains(text, "《中华人民共和国行政复议法》") &&
					choices["适用旧法"] != nil, "%s %v", doc.Key, choices)
			}
		}
	}
}

// endsOpen reports a paragraph that leads to a list.
func endsOpen(text string) bool {
	return strings.HasSuffix(text, "：") && strings.ContainsAny(text, "下决事如")
}

// lawless are choices that the law does not have.
func lawless(key string, c form.Values) bool {
	switch {
	case c["主决定"] == "维持" && c["赔偿决定"] != "驳回赔偿请求":
		return true
	case c["赔偿决定"] == "返还、解除或者赔偿价款" && (c["主决定"] == "确认违法" || c["主决定"] == "确认无效"):
		return true
	case c["适用旧法"] == nil:
		return c["撤销情形"] == "明显不当" || c["停止情形"] == "法律规定停止执行" || c["决定书名称"] == "驳回行政复议申请决定书"
	}
	return key == "decision/default" && c["决定种类"] != "撤销" || key == "performance" && c["文书名称"] != "行政复议决定书" ||
		c["主决定"] == "确认无效" || c["受理情形"] == "视为受理" || c["决定书名称"] == "行政复议决定书" ||
		c["停止情形"] == "法律、法规、规章规定的其他情形"
}

// combinations returns the choices of a Spec in all their combinations; 称谓, 不符合 and further grounds vary on their own.
func combinations(s form.Spec) []form.Values {
	all := []form.Values{{}}
	for _, f := range s.Fields {
		if f.Type != form.Choice || slices.Contains([]string{"称谓", "第二情形", "第三情形", "第四情形"}, f.Name) {
			continue
		}
		options := f.Choices
		if f.Name == "不符合" {
			options = options[:1]
		}
		var next []form.Values
		for _, before := range all {
			if f.Name == "适用旧法" {
				next = append(next, before)
			}
			for _, o := range options {
				v := form.Values{f.Name: o}
				for name, value := range before {
					v[name] = value
				}
				next = append(next, v)
			}
		}
		all = next
	}
	return all
}

// What the law does not know is an issue, not a document without an article.
func TestChoicesUnknownToTheLaw(t *testing.T) {
	for _, doc := range documents.All() {
		for _, choices := range combinations(doc.Spec) {
			if lawless(doc.Key, choices) {
				lawlessIsRefused(t, doc, choices)
			}
		}
	}
	doc, ok := documents.ByKey("non-acceptance")
	require.True(t, ok)
	lawlessIsRefused(t, doc, form.Values{"适用旧法": "2017年修正", "不符合": "第六项"})
}

func lawlessIsRefused(t *testing.T, doc documents.Document, choices form.Values) {
	t.Helper()
	f, err := form.New(doc.Spec)
	require.NoError(t, err)
	values := form.Values{}
	for _, field := range f.Fields() {
		if v, set := choices[field.Name]; set {
			values[field.Name] = v
		} else if field.Required || len(field.When) > 0 {
			values[field.Name] = sample(t, field, false)
		}
	}
	d, issues, err := f.Fill(values)
	require.NoError(t, err)
	require.Nil(t, d, "%s %v", doc.Key, choices)
	require.True(t, slices.ContainsFunc(issues, func(i fazhi.Issue) bool { return i.Code == form.CodeLaw }), "%s %v", doc.Key, choices)
}

func TestOldLaw(t *testing.T) {
	require.Equal(t, "2017年修正", documents.OldLaw(fazhi.DateOf(2023, 12, 31)))
	require.Empty(t, documents.OldLaw(fazhi.DateOf(2024, 1, 1)))
	require.Empty(t, documents.OldLaw(fazhi.Date{}))
}

// The way to court stands in every decision that the law lets go there.
func TestRemedies(t *testing.T) {
	for _, doc := range documents.All() {
		if !strings.HasPrefix(doc.Key, "decision/") && doc.Key != "non-acceptance" {
			continue
		}
		text := outline.Of(filled(t, doc.Spec, false, nil))
		require.Contains(t, text, "自收到本决定书之日起十五日内，依照《中华人民共和国行政诉讼法》第四十五条的规定向某市中级人民法院提起行政诉讼。", doc.Key)
		if doc.Key != "non-acceptance" {
			text = outline.Of(filled(t, doc.Spec, false, form.Values{"救济": "最终裁决"}))
			require.Contains(t, text, "依照《某法》第十条的规定，本决定为最终裁决。", doc.Key)
		}
		text = outline.Of(filled(t, doc.Spec, true, nil))
		require.Contains(t, text, "自收到本决定书之日起三十日内向某市中级人民法院提起行政诉讼。", doc.Key)
	}
}

func TestAsJSON(t *testing.T) {
	for _, doc := range documents.All() {
		data, err := json.Marshal(doc.Spec)
		require.NoError(t, err)
		back, err := form.ReadSpec(data)
		require.NoError(t, err)
		again, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(data), string(again), doc.Key)
	}
}
