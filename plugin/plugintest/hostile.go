package plugintest

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A variant is a document made of another one.
type variant struct {
	name, doc string
	document  protocol.Document
	large     bool
}

func plain(d protocol.Document) variant {
	return variant{name: "plain", doc: "一份完好的文件。", document: d}
}

// An edit makes a hostile document. Of its functions those that are there are applied, to every leaf or list of the content.
type edit struct {
	name, doc string
	text      func(string) string
	date      func(string) string
	number    func(json.Number) json.Number
	flag      func(bool) bool
	list      func([]any) any // nil: the member is left out
	whole     func(map[string]any)
	large     bool
}

// edits lists what is done to documents. Names are for ever.
func edits() []edit {
	texts := func(s string) func(string) string { return func(string) string { return s } }
	numbers := func(n json.Number) func(json.Number) json.Number { return func(json.Number) json.Number { return n } }
	return []edit{
		{name: "empty", doc: "一个成员也没有。", whole: func(m map[string]any) { clear(m) }},
		{name: "no-lists", doc: "没有列表。", list: func([]any) any { return nil }},
		{name: "empty-lists", doc: "列表都是空的。", list: func([]any) any { return []any{} }},
		{name: "no-texts", doc: "文字、日期都是空的。", text: texts(""), date: texts("")},
		{name: "blanks", doc: "文字只有空白。", text: texts("　 \t\n")},
		{name: "open-brackets", doc: "六角括号没有关。", text: texts("清泉政规〔2024")},
		{name: "wrong-brackets", doc: "六角括号写反、嵌套。", text: texts("〕2024〔〔〔3〕号〕")},
		{name: "odd-characters", doc: "文字有控制、从右向左和生僻字符。", text: texts("\u0000\u0001\u202e𠮷\u200d\ufe0f\ufeff\ufffd")},
		{name: "markup", doc: "文字像程序。", text: texts(`{{x.y}}"'\</script>%s%n; DROP TABLE 合同; --${jndi:x}`)},
		{name: "far-dates", doc: "日期都在9999年末。", date: texts("9999-12-31")},
		{name: "early-dates", doc: "日期都在1年初。", date: texts("0001-01-01")},
		{name: "leap-dates", doc: "日期都是闰日。", date: texts("2024-02-29")},
		{name: "huge-numbers", doc: "数值极大。", number: numbers("9007199254740991")},
		{name: "negative-numbers", doc: "数值极小。", number: numbers("-9007199254740991")},
		{name: "zero-numbers", doc: "数值都是零。", number: numbers("0")},
		{name: "all-yes", doc: "是否都是“是”。", flag: func(bool) bool { return true }},
		{name: "all-no", doc: "是否都是“否”。", flag: func(bool) bool { return false }},
		{name: "deep", doc: "多出一个层层嵌套的成员。", whole: func(m map[string]any) { m["附"] = nested(40) }},
		{name: "long-texts", doc: "文字极长。", text: func(s string) string { return long(s, 10_000) }, large: true},
		{name: "long-lists", doc: "列表极长。", list: func(l []any) any { return many(l, 2_000) }, large: true},
	}
}

// hostile returns what is made of a document, and last one of a kind that no plug-in knows.
func hostile(d protocol.Document) []variant {
	var all []variant
	for _, e := range edits() {
		content, ok := e.apply(tree(d)).(map[string]any)
		if e.whole != nil && ok {
			e.whole(content)
		}
		out := d
		out.Content = encode(content)
		if e.text != nil {
			out.Title = e.text(d.Title)
		}
		all = append(all, variant{e.name, e.doc, out, e.large})
	}
	all = append(all, uneven(d)...)
	other := usual("plugintest/other")
	return append(all, variant{name: "other-kind", doc: "另一种文件。", document: other})
}

// maxMembers is of how many members one at a time is changed.
const maxMembers = 64

// uneven returns documents of which one member is missing, or is a date that comes too late or too early. All else is as it was,
// so that a message which repeats it is found.
func uneven(d protocol.Document) []variant {
	content, _ := tree(d).(map[string]any)
	names := slices.Sorted(maps.Keys(content))
	var all []variant
	for _, name := range names[:min(len(names), maxMembers)] {
		all = append(all, changed(d, "without-"+name, "没有成员"+name+"。", func(m map[string]any) { delete(m, name) }))
		text, _ := content[name].(string)
		if _, err := fazhi.ParseDate(text); err != nil {
			continue
		}
		all = append(all,
			changed(d, "late-"+name, "日期"+name+"晚于一切。", func(m map[string]any) { m[name] = "9999-12-31" }),
			changed(d, "early-"+name, "日期"+name+"早于一切。", func(m map[string]any) { m[name] = "0001-01-01" }))
	}
	return all
}

func changed(d protocol.Document, name, doc string, change func(map[string]any)) variant {
	content, _ := tree(d).(map[string]any)
	change(content)
	d.Content = encode(content)
	return variant{name: name, doc: doc, document: d}
}

// apply edits a tree that is its own.
func (e *edit) apply(tree any) any {
	switch n := tree.(type) {
	case map[string]any:
		for _, name := range slices.Collect(maps.Keys(n)) {
			if n[name] = e.apply(n[name]); n[name] == nil {
				delete(n, name)
			}
		}
	case []any:
		return e.items(n)
	case string:
		if _, err := fazhi.ParseDate(n); err == nil {
			return or(e.date)(n)
		}
		return or(e.text)(n)
	case json.Number:
		return or(e.number)(n)
	case bool:
		return or(e.flag)(n)
	}
	return tree
}

func (e *edit) items(list []any) any {
	for i := range list {
		list[i] = e.apply(list[i])
	}
	list = slices.DeleteFunc(list, func(v any) bool { return v == nil })
	if e.list != nil {
		return e.list(list)
	}
	return list
}

// or returns f, or what changes nothing.
func or[T any](f func(T) T) func(T) T {
	if f != nil {
		return f
	}
	return func(v T) T { return v }
}

// nested returns lists and objects within each other.
func nested(depth int) any {
	var v any = "底"
	for range depth / 2 {
		v = []any{map[string]any{"内": v}}
	}
	return v
}

// long repeats a text up to n characters.
func long(s string, n int) string {
	if s == "" {
		s = "长"
	}
	runes := []rune(strings.Repeat(s, n/len([]rune(s))+1))
	return string(runes[:n])
}

// many repeats the items of a list up to n.
func many(list []any, n int) []any {
	var out []any
	for len(list) > 0 && len(out) < n {
		out = append(out, list[len(out)%len(list)])
	}
	return out
}

// sized returns a document of about n bytes: its longest text is repeated.
func sized(d protocol.Document, n int) protocol.Document {
	longest := ""
	text := func(s string) string {
		if len(s) > len(longest) {
			longest = s
		}
		return s
	}
	t := (&edit{text: text}).apply(tree(d))
	grown := false
	d.Content = encode((&edit{text: func(s string) string {
		if s != longest || grown {
			return s
		}
		grown = true
		return long(s, max(n-len(d.Content), 0)/3)
	}}).apply(t))
	return d
}

// encode writes a tree as it stands on the wire.
func encode(tree any) json.RawMessage {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(tree) // of what was read from JSON
	return json.RawMessage(strings.TrimSuffix(b.String(), "\n"))
}
