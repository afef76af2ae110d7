package registertest

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// alike are texts that collations, encodings and careless statements take for each other, or for something else. All are
// legal: one character to 64, no control characters, no blanks at the ends.
func alike() []string {
	return []string{
		"a", "A", "á", "a\u0301", "ａ", "Ａ", "å", "A\u030a", "\u212b", "ä", "ae", "æ",
		"ss", "ß", "ẞ", "i", "I", "ı", "İ", "K", "\u212a", "ﬁ", "fi",
		"1", "１", "①", "一", "壹", "01", "1.0", "1e0", "0x1", "-1", "+1",
		"か", "カ", "ｶ", "が", "か\u3099", "戶", "户", "\u2f41", "〇", "○", "O", "0", "零",
		"a b", "a\u00a0b", "a  b", "a\u3000b", "a\u200bb", "a\u200db", "ab", "a-b", "a\u00adb", "a‐b",
		"%", "_", "a%", "a_", "%%", "[a]", "*", "?", "a*", ".", "..", "a.b", "^a$",
		"'", "''", "\"", "\"\"", "`", "\\", "\\\\", "\\'", "\\n", "\\0", "$1", ":1", "@a", "?1", "{}", "${a}", "%s", "%00", "&lt;", "<a>",
		"'; --", "' OR '1'='1", "/*", "--", "#", ";", "|", "||", "/", "//", "~", "~1",
		"null", "NULL", "nil", "true", "0001-01-01", "undefined", "default",
		"😀", "😁", "𠮷", "吉", "𝒜", "👨\u200d👩\u200d👧", "🇨🇳", "\U0010fffd", "\ufffd", "\uffee", "\ue000",
		"泉鲤司〔2025〕5号", "泉鲤司[2025]5号", "泉鲤司﹝2025﹞5号",
	}
}

// A place is where a text stands in an entry, and how it is asked for.
type place struct {
	put func(e *register.Entry, key *register.Key, text string)
	ask func(q *register.Query, text string)
}

func idPlace() place {
	return place{putID, func(q *register.Query, text string) { q.Ref = ref(text) }}
}

func currentPlace() place {
	return place{putID, func(q *register.Query, text string) { q.Ref, q.Current = ref(text), true }}
}

func putID(e *register.Entry, key *register.Key, text string) { e.Ref.ID, key.Ref.ID = text, text }

func kindPlace() place {
	put := func(e *register.Entry, key *register.Key, text string) {
		e.Ref.Kind, key.Ref.Kind = fazhi.Kind(text), fazhi.Kind(text)
	}
	return place{put, func(q *register.Query, text string) { q.Kind = fazhi.Kind(text) }}
}

func requestPlace() place {
	put := func(_ *register.Entry, key *register.Key, text string) { key.ReqID = text }
	return place{put, func(q *register.Query, text string) { q.ReqID = text }}
}

func stepPlace() place {
	put := func(e *register.Entry, key *register.Key, text string) {
		e.Step = text
		putID(e, key, text)
	}
	return place{put, func(q *register.Query, text string) { q.Step = text }}
}

func numberPlace() place {
	put := func(e *register.Entry, key *register.Key, text string) {
		e.Numbers = []register.Numbered{{Series: "甲", Year: 2025, Serial: 1, Text: text}}
		key.Counters = []register.Counter{{Series: "甲", Year: 2025}}
	}
	return place{put, func(q *register.Query, text string) { q.Number = text }}
}

// apart puts many texts in one place of a book, and notes where one is not found for itself.
func (t *trial) apart(texts []string, p place) {
	organ := t.organ()
	var want []register.Entry
	for i, text := range texts {
		e, key := draft(ref("A")), keyOf(organ, ref("A"))
		p.put(&e, &key, text)
		for j := range e.Numbers {
			e.Numbers[j].Serial = i + 1
		}
		want = append(want, t.keep(key, e)...)
	}
	t.same("the book", t.read(t.Store, register.Query{Scope: scopeOf(organ)}), want)
	for i, text := range texts {
		q := register.Query{Scope: scopeOf(organ)}
		p.ask(&q, text)
		t.same("asked for "+quoted(text), t.read(t.Store, q), want[i:i+1])
	}
}

func quoted(text string) string {
	b, _ := json.Marshal(text) // never fails
	return string(b)
}

func idsApart(t *trial) {
	t.apart(alike(), idPlace())
	t.apart(alike(), currentPlace())
	organ := t.organ()
	for _, text := range alike() {
		if p := t.peek(keyOf(organ, ref(text))); p.Last != nil {
			t.fault("document %s has the last entry of %s", quoted(text), quoted(p.Last.Ref.ID))
		}
		t.keep(keyOf(organ, ref(text)), draft(ref(text)))
	}
}

func kindsApart(t *trial) { t.apart(alike(), kindPlace()) }

func requestsApart(t *trial) { t.apart(alike(), requestPlace()) }

func stepsApart(t *trial) { t.apart(alike(), stepPlace()) }

func numbersApart(t *trial) {
	t.apart(alike(), numberPlace())
	organ := t.organ()
	for _, text := range alike() {
		c := register.Counter{Series: text, Year: 2025}
		t.serialsAre(organ, []register.Counter{c}, 1)
		t.drawn(organ, c)
	}
}

func organNamesApart(t *trial) {
	all := make(map[string][]register.Entry)
	for i, text := range alike() {
		organ := t.name + text
		if p := t.peek(keyOf(organ, ref("A"))); p.Head.Seq != 0 || p.Last != nil {
			t.fault("organ %s has the book of another one", quoted(text))
			continue
		}
		all[text] = t.fill(organ, i%3+1)
	}
	for _, text := range alike() {
		t.holds("organ "+quoted(text), t.name+text, all[text])
	}
	if heads := t.headsOfTrial(); len(heads) != len(all) {
		t.fault("Heads has %d of %d books", len(heads), len(all))
	}
}

// longest are names of so many characters, of one byte to four.
func longest(n int) []string {
	var out []string
	for _, r := range []string{"x", "é", "局", "😀"} {
		out = append(out, strings.Repeat(r, n), strings.Repeat(r, n-1)+"y", strings.Repeat(r, n-1)+"z")
	}
	return out
}

func longNames(t *trial) {
	for _, p := range []place{idPlace(), currentPlace(), requestPlace(), numberPlace()} {
		t.apart(longest(128), p)
	}
	t.apart(longest(64), kindPlace())
	t.apart(longest(64), stepPlace())
	for i, name := range longest(64 - len(t.name)) {
		organ := t.name + name
		long := longest(64)[i]
		id, req, text := longest(128)[i], longest(128)[(i+1)%12], longest(128)[(i+2)%12]
		c := register.Counter{Series: long, Year: 2025}
		key := register.Key{Scope: register.Scope{Organ: organ, Role: long}, Ref: fazhi.Ref{Kind: fazhi.Kind(long), ID: id}, ReqID: req}
		key.Counters = []register.Counter{c}
		e := draft(key.Ref)
		e.Step, e.By, e.Role, e.Reason = long, long, long, longest(2000)[i]
		e.Numbers = []register.Numbered{{Series: long, Year: 2025, Serial: 1, Text: text}}
		for range 100 {
			e.With = append(e.With, long)
		}
		want := t.keep(key, e)
		t.holds("the longest names", organ, want)
		for _, q := range []register.Query{{Ref: key.Ref}, {Kind: key.Ref.Kind}, {ReqID: req}, {Number: text}, {Step: long}} {
			q.Scope = scopeOf(organ)
			t.same("the longest names, asked for", t.read(t.Store, q), want)
		}
		t.again("the longest names, again", t.Store, key, want)
		t.serialsAre(organ, key.Counters, 2)
	}
}

func oddTexts(t *trial) {
	organ := t.organ()
	var drafts []register.Entry
	for _, text := range alike() {
		e := rich("A")
		e.Step, e.By, e.Role, e.Reason, e.With = text, text, text, text, []string{text, text}
		e.Codes = []fazhi.Code{fazhi.Code(text)}
		e.Doc = []byte(`{"` + "值" + `":` + canonical(text) + `}`)
		e.Secrets = []register.Secret{secretOf(fazhi.At(text), text, text)}
		drafts = append(drafts, e)
	}
	bare := register.Entry{Ref: ref("A"), Act: register.Voided, On: day(2025, time.January, 2)}
	drafts = append(drafts, bare)
	want := t.keep(keyOf(organ, ref("A")), drafts...)
	t.holds("odd texts in every field", organ, want)
}

// canonical writes a text without control characters as canonical JSON has it.
func canonical(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// whoJudged keeps lists of those who judged: one, the most and longest, none, and that of a refusal.
func whoJudged(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"))
	key.ReqID = "R-1"
	most := []string{strings.Repeat("z", 64) + "@" + strings.Repeat("9", 64)}
	for i := range 99 {
		most = append(most, fmt.Sprintf("licheng/caps-%d@1.%d.0-RC_1+b", i*37%99, i))
	}
	one, all, none, last := draft(ref("A")), refusal(ref("A")), draft(ref("A")), draft(ref("A"))
	one.Applied, all.Applied, last.Applied = []string{"licheng/caps@1.2.0"}, most, []string{"b/b@2", "a/a@10", "a/a-1@1"}
	want := t.keep(key, one, all, none, last)
	t.holds("entries that name who judged", organ, want)
	t.again("entries that name who judged, again", t.Store, key, want)
	p := t.peek(keyOf(organ, ref("A")))
	if p.Last == nil {
		t.stop("the document has no last entry")
	}
	t.same("the last entry", []register.Entry{*p.Last}, want[3:])
	q := register.Query{Scope: scopeOf(organ), Current: true}
	t.same("the current entry", t.read(t.Store, q), want[3:])
}

func oddDays(t *trial) {
	organ := t.organ()
	days := []fazhi.Date{
		day(1, time.January, 1), day(1582, time.October, 10), day(1899, time.December, 31), day(1970, time.January, 1),
		day(2000, time.February, 29), day(2038, time.January, 20), day(9999, time.December, 31),
	}
	var want []register.Entry
	for _, d := range days {
		e := draft(ref("D-" + d.String()))
		e.On, e.Due = d, d
		c := register.Counter{Series: "甲", Year: d.Year()}
		key := keyOf(organ, e.Ref, c)
		e.Numbers = []register.Numbered{numbered(c, nextOf(want, d.Year()))}
		want = append(want, t.keep(key, e)...)
	}
	t.holds("the book", organ, want)
	for i, d := range days {
		t.same("on one day", t.read(t.Store, register.Query{Scope: scopeOf(organ), From: d, To: d}), want[i:i+1])
		t.same("due before a day", t.read(t.Store, register.Query{Scope: scopeOf(organ), DueBefore: d}), want[:i])
	}
}

// nextOf is the next serial of a year.
func nextOf(entries []register.Entry, year int) int {
	return 1 + len(only(entries, func(e *register.Entry) bool { return e.On.Year() == year }))
}

func oddTimes(t *trial) {
	organ := t.organ()
	var want []register.Entry
	for _, at := range []time.Time{
		time.Date(1970, 1, 1, 0, 0, 0, 1e6, time.UTC), time.Date(1999, 12, 31, 23, 59, 59, 999e6, time.UTC),
		time.Date(1999, 12, 31, 23, 59, 59, 999e6, time.UTC), time.Date(2024, 2, 29, 16, 0, 0, 0, time.UTC),
		time.Date(2024, 2, 29, 16, 0, 0, 7e6, time.UTC), time.Date(2038, 1, 19, 3, 14, 8, 120e6, time.UTC),
		time.Date(9999, 12, 31, 23, 59, 59, 999e6, time.UTC),
	} {
		kept, err := t.Store.Append(t.ctx, keyOf(organ, ref("A")), func(p register.Prior) ([]register.Entry, error) {
			entries, err := chained(p, keyOf(organ, ref("A")), draft(ref("A")))
			if err != nil {
				return nil, err
			}
			entries[0].At = at
			return entries, seal(&entries[0])
		})
		t.need("Append", err)
		want = append(want, kept...)
	}
	t.holds("the book", organ, want)
}

func largeDocument(t *trial) {
	organ := t.organ()
	var doc strings.Builder
	doc.WriteString(`{"text":"`)
	for i := 0; doc.Len() < 1<<20; i++ {
		doc.WriteString("第" + strings.Repeat("😀'\\\\%", i%7+1) + "条")
	}
	doc.WriteString(`"}`)
	e := draft(ref("A"))
	e.Doc = []byte(doc.String())
	e.Secrets = []register.Secret{secretOf("/text", "k1", strings.Repeat("秘", 100_000))}
	want := t.keep(keyOf(organ, ref("A")), e, draft(ref("B")), e)
	t.holds("documents of 1 MB", organ, want)
}
