package register_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/workday"
	"github.com/stretchr/testify/require"
)

// full is an entry with something in every field of a line.
func full() register.Entry {
	return register.Entry{
		Organ: organ, Seq: 7, Ref: fazhi.Ref{Kind: "contract", ID: `HT-"7"`}, Act: register.Stepped, Step: "审查\\签订",
		Numbers: []register.Numbered{{Series: "发文", Year: 2024, Serial: 7, Text: "泉鲤司〔2024〕7号"}, {Series: "档案", Serial: 9, Text: "档9"}},
		With:    []string{"某区财政局", "😀"}, At: time.Date(2024, time.March, 1, 2, 3, 4, 50e6, time.UTC), On: day(2024, time.March, 1),
		Running: []lifecycle.Running{{
			Clock: "审查期限", Start: day(2024, time.March, 1), Span: workday.Span{N: 5}, Due: day(2024, time.March, 8), Basis: "第十条",
			Pauses: []workday.Pause{{Period: fazhi.Period{From: day(2024, time.March, 2)}, Reason: "补正"}},
		}},
		Due: day(2024, time.March, 8), Applied: []string{"licheng/caps@1.2.0", "a@1"}, By: "zhang", Role: "法制员", Reason: "理由", ReqID: "r1", Codes: []fazhi.Code{"a/b", "c/d"},
		Doc: []byte(`{"a":[1,"}",{"b":"\\\""}],"c":null}`), Prev: register.Sum{1, 2, 0xff},
	}
}

const fullLine = `{"act":"step","applied":["licheng/caps@1.2.0","a@1"],"at":"2024-03-01T02:03:04.050Z","by":"zhang","codes":["a/b","c/d"],"doc":{"a":[1,"}",{"b":"\\\""}],"c":null},` +
	`"due":"2024-03-08","id":"HT-\"7\"","kind":"contract","numbers":[{"series":"发文","serial":7,"text":"泉鲤司〔2024〕7号","year":2024},` +
	`{"series":"档案","serial":9,"text":"档9","year":0}],"on":"2024-03-01","organ":"鲤城区司法局",` +
	`"prev":"0102ff0000000000000000000000000000000000000000000000000000000000","reason":"理由","req":"r1","role":"法制员",` +
	`"running":[{"basis":"第十条","clock":"审查期限","due":"2024-03-08","pauses":[{"from":"2024-03-02","reason":"补正","to":""}],` +
	`"span":"5wd","start":"2024-03-01"}],"seq":7,"step":"审查\\签订","v":1,"with":["某区财政局","😀"]}`

func TestLine(t *testing.T) {
	e := full()
	line, err := e.AppendLine([]byte("> "))
	require.NoError(t, err)
	require.Equal(t, "> "+fullLine, string(line))
	for name, parse := range map[string]func([]byte) (register.Entry, error){"parse": register.ParseLine, "read": register.ReadLine} {
		got, err := parse([]byte(fullLine))
		require.NoError(t, err, name)
		require.Equal(t, e, got, name)
	}
	bare := register.Entry{Organ: "甲", Seq: 1, Act: register.Expired}
	line, err = bare.AppendLine(nil)
	require.NoError(t, err)
	zeros := strings.Repeat("0", 64)
	want := `{"act":"expire","at":"0001-01-01T00:00:00.000Z","kind":"","organ":"甲","prev":"` + zeros + `","seq":1,"v":1}`
	require.Equal(t, want, string(line))
	got, err := register.ParseLine(line)
	require.NoError(t, err)
	require.Equal(t, bare, got)
}

// A line without a member that came later is as it was, with the digest that it had.
func TestLineOfEarlierReleases(t *testing.T) {
	line := []byte(strings.Replace(fullLine, `"applied":["licheng/caps@1.2.0","a@1"],`, "", 1))
	e, err := register.ParseLine(line)
	require.NoError(t, err)
	require.Empty(t, e.Applied)
	again, err := e.AppendLine(nil)
	require.NoError(t, err)
	require.Equal(t, string(line), string(again))
	require.Equal(t, "3ac4347cd15920d5ce4833541a2947b9f273cbda0be4a5e6a807871ae36cc32b", register.SHA256().Of(again).String())
}

func TestWhatIsNotInALine(t *testing.T) {
	e := full()
	e.Sum = register.Sum{9}
	e.Secrets = []register.Secret{{Path: "/a", Box: []byte("x")}}
	line, err := e.AppendLine(nil)
	require.NoError(t, err)
	require.Equal(t, fullLine, string(line))
	e.At = e.At.In(time.FixedZone("", 8*60*60)).Add(999 * time.Microsecond)
	line, err = e.AppendLine(nil)
	require.NoError(t, err)
	require.Equal(t, fullLine, string(line), "a moment is the same in every zone, and has milliseconds")
}

func TestTextThatIsNotUTF8(t *testing.T) {
	for name, spoil := range map[string]func(*register.Entry){
		"organ": func(e *register.Entry) { e.Organ = "\xff" }, "id": func(e *register.Entry) { e.Ref.ID = "\xff" },
		"kind": func(e *register.Entry) { e.Ref.Kind = "\xff" }, "step": func(e *register.Entry) { e.Step = "\xff" },
		"number": func(e *register.Entry) { e.Numbers[0].Text = "\xff" }, "with": func(e *register.Entry) { e.With[1] = "\xff" },
		"applied": func(e *register.Entry) { e.Applied[0] = "a@\xff" },
		"codes":   func(e *register.Entry) { e.Codes[0] = "\xff" }, "reason": func(e *register.Entry) { e.Reason = "\xff" },
	} {
		e := full()
		spoil(&e)
		line, err := e.AppendLine([]byte("x"))
		require.ErrorIs(t, err, register.ErrLine, name)
		require.Nil(t, line)
	}
}

// Each byte of a line matters: a changed one is refused, or it is another entry.
func TestEveryByteCounts(t *testing.T) {
	line := []byte(fullLine)
	want, err := register.ParseLine(line)
	require.NoError(t, err)
	refused := 0
	for i := range line {
		for _, flip := range []byte{0x01, 0x02, 0x10, 0x20, 0x80, line[i] ^ '"', line[i] ^ '0', line[i] ^ ' ', line[i] ^ ','} {
			if flip == 0 {
				continue
			}
			changed := bytes.Clone(line)
			changed[i] ^= flip
			e, err := register.ParseLine(changed)
			if err != nil {
				require.ErrorIs(t, err, register.ErrLine)
				require.Equal(t, register.Entry{}, e, "a parse that fails returns nothing")
				refused++
				continue
			}
			require.NotEqual(t, want, e, "byte %d of %s", i, changed)
		}
		cut := append(bytes.Clone(line[:i]), line[i+1:]...)
		if e, err := register.ParseLine(cut); err == nil {
			require.NotEqual(t, want, e, "without byte %d", i)
		}
		more := append(append(bytes.Clone(line[:i]), ' '), line[i:]...)
		if e, err := register.ParseLine(more); err == nil {
			require.NotEqual(t, want, e, "with a blank at byte %d", i)
		}
	}
	require.Greater(t, refused, 1000)
}

func TestLinesThatAreRefused(t *testing.T) {
	replace := func(old, new string) string {
		require.Equal(t, 1, strings.Count(fullLine, old), old)
		return strings.Replace(fullLine, old, new, 1)
	}
	for _, line := range []string{
		"", "{}", "{", "[]", "null", fullLine + "\n", " " + fullLine, fullLine + fullLine, fullLine[:len(fullLine)-1] + ",}",
		replace(`"v":1`, `"v":2`), replace(`"v":1`, `"v":01`), replace(`"v":1`, `"v":1.0`), replace(`"v":1,`, ``),
		replace(`"seq":7`, `"seq":0`), replace(`"seq":7`, `"seq":-7`), replace(`"seq":7`, `"seq":+7`), replace(`"seq":7,`, ``),
		replace(`"seq":7`, `"seq":99999999999999999999`), replace(`"seq":7`, `"seq":"7"`),
		replace(`"act":"step"`, `"act":"other"`), replace(`"act":"step",`, ``), replace(`"act":"step"`, `"act":"ste\u0070"`),
		replace(`"by":"zhang"`, `"by":""`), replace(`"by":"zhang"`, `"by":null`), replace(`"by":"zhang"`, `"by":"zhang","bz":1`),
		replace(`["licheng/caps@1.2.0","a@1"]`, `[]`), replace(`["licheng/caps@1.2.0","a@1"]`, `"a@1"`), replace(`"a@1"]`, `"a"]`),
		replace(`"a@1"]`, `"a@1",]`), replace(`"a@1"]`, `""]`), replace(`"a@1"]`, `null]`), replace(`"a@1"]`, `"a@\u0031"]`),
		replace(`"a@1"]`, `"a@1","a@1"]`), replace(`"a@1"]`, `"a@1","a@2"]`), replace(`"a@1"]`, `"A@1"]`), replace(`"a@1"]`, `"a@1 "]`),
		replace(`"applied":["licheng/caps@1.2.0","a@1"],"at":"2024-03-01T02:03:04.050Z"`, `"at":"2024-03-01T02:03:04.050Z","applied":["a@1"]`),
		replace(`["a/b","c/d"]`, `[]`), replace(`["a/b","c/d"]`, `["a/b",]`), replace(`["a/b","c/d"]`, `{}`),
		replace(`04.050Z`, `04.05Z`), replace(`04.050Z`, `04.0500Z`), replace(`04.050Z`, `04,050Z`), replace(`04.050Z`, `04.050+00:00`),
		replace(`"due":"2024-03-08","id"`, `"due":"2024-3-8","id"`), replace(`"due":"2024-03-08","id"`, `"due":"","id"`),
		replace(`"prev":"0102ff`, `"prev":"0102FF`), replace(`"prev":"0102ff`, `"prev":"02ff`), replace(`"on":"2024-03-01",`, `"on":"2024-02-30",`),
		replace(`"serial":9`, `"serial":9.0`), replace(`"year":0`, `"year":0,"z":1`), replace(`"series":"档案","serial":9`, `"serial":9,"series":"档案"`),
		replace(`"span":"5wd"`, `"span":"5个工作日"`), replace(`"clock":"审查期限"`, `"clock":"审查期限","other":1`), replace(`"to":""`, `"to":null`),
		replace(`"by":"zhang"`, `"by":"zhang","by":"zhang"`), replace(`"by":"zhang",`, ``)[:16] + `"by":"zhang",` + fullLine[16:],
	} {
		e, err := register.ParseLine([]byte(line))
		require.ErrorIs(t, err, register.ErrLine, line)
		require.Equal(t, register.Entry{}, e)
	}
	for _, line := range []string{`{"act":"step"}`, replace(`"a@1"]`, `"a@1","a@2"]`), replace(`"a@1"]`, `"a"]`)} {
		_, err := register.ReadLine([]byte(line))
		require.ErrorIs(t, err, register.ErrLine)
	}
	_, err := register.ParseLine(bytes.Repeat([]byte("{"), 18<<20))
	require.ErrorIs(t, err, register.ErrLine)
}

// randomEntry fills some of the fields with texts that are hard to write.
func randomEntry(r *rand.Rand) register.Entry {
	pieces := []string{"", "a", "法", "😀", `"`, `\`, "/", "\u2028", "\x00", "\x1f", "\x7f", "<", "é", "\ufffd", "}", "]", ",", ":", "{", `\u0041`}
	text := func() string {
		var b strings.Builder
		for range r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	date := func() fazhi.Date {
		if r.IntN(3) == 0 {
			return fazhi.Date{}
		}
		return day(1, time.January, 1).AddDays(r.IntN(3_652_059))
	}
	acts := []register.Act{register.Added, register.Stepped, register.Corrected, register.Voided, register.Reserved, register.Expired, register.Refused}
	e := register.Entry{
		Organ: text(), Seq: 1 + r.Int64N(1<<62), Ref: fazhi.Ref{Kind: fazhi.Kind(text()), ID: text()}, Act: acts[r.IntN(len(acts))], Step: text(),
		At: time.UnixMilli(r.Int64N(253_402_300_800_000)).UTC(), On: date(), Due: date(),
		By: text(), Role: text(), Reason: text(), ReqID: text(),
	}
	for range r.IntN(3) {
		e.Numbers = append(e.Numbers, register.Numbered{Series: text(), Year: r.IntN(10000), Serial: int(r.Int32()) - 1<<30, Text: text()})
		e.With = append(e.With, text())
		e.Codes = append(e.Codes, fazhi.Code(text()))
		e.Applied = append(e.Applied, fmt.Sprintf("a-%d/%d@%d", len(e.Applied), r.IntN(9), r.IntN(1000)))
		e.Running = append(e.Running, lifecycle.Running{
			Clock: text(), Start: date(), Span: workday.Span{N: 1 + r.IntN(99), Unit: workday.Months}, Due: date(), Provisional: r.IntN(2) == 0,
		})
	}
	if r.IntN(2) == 0 {
		doc, _ := json.Marshal(map[string]any{"a": []any{r.IntN(1000), nil, true, "}"}, "b": map[string]any{}})
		e.Doc = doc
	}
	for i := range e.Prev {
		e.Prev[i] = byte(r.Uint32())
	}
	return e
}

func TestLinesGoRound(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		e := randomEntry(r)
		line, err := e.AppendLine(nil)
		require.NoError(t, err)
		require.True(t, json.Valid(line), string(line))
		got, err := register.ParseLine(line)
		require.NoError(t, err, string(line))
		require.Equal(t, e, got)
		got, err = register.ReadLine(line)
		require.NoError(t, err)
		require.Equal(t, e, got)
	}
}

// What ParseLine takes, AppendLine writes again byte for byte; what ReadLine takes more does not panic.
func FuzzParseLine(f *testing.F) {
	f.Add([]byte(fullLine))
	r := rand.New(rand.NewPCG(7, 8))
	for range 20 {
		e := randomEntry(r)
		line, err := e.AppendLine(nil)
		require.NoError(f, err)
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		read, readErr := register.ReadLine(line)
		e, err := register.ParseLine(line)
		if err != nil {
			require.ErrorIs(t, err, register.ErrLine)
			return
		}
		require.NoError(t, readErr)
		require.Equal(t, e, read)
		again, err := e.AppendLine(nil)
		require.NoError(t, err)
		require.Equal(t, string(line), string(again))
	})
}

func TestSum(t *testing.T) {
	sum := register.SHA256().Of([]byte("法"))
	text, err := sum.MarshalText()
	require.NoError(t, err)
	require.Len(t, text, 64)
	var back register.Sum
	require.NoError(t, back.UnmarshalText(text))
	require.Equal(t, sum, back)
	for _, wrong := range []string{"", "00", strings.ToUpper(string(text)), string(text[:63]) + "g", string(text) + "0"} {
		require.Error(t, back.UnmarshalText([]byte(wrong)), wrong)
		require.Equal(t, sum, back)
	}
}
