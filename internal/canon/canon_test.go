package canon_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/canon"
)

func canonical(t testing.TB, text string) string {
	t.Helper()
	out, err := canon.Append(nil, []byte(text))
	require.NoError(t, err, text)
	return string(out)
}

// Appendix B of RFC 8785, in which numbers are given as the bits of a double.
func TestNumbersOfTheRFC(t *testing.T) {
	for _, x := range []struct {
		bits uint64
		want string
	}{
		{0x0000000000000000, "0"},
		{0x8000000000000000, "0"},
		{0x0000000000000001, "5e-324"},
		{0x8000000000000001, "-5e-324"},
		{0x7fefffffffffffff, "1.7976931348623157e+308"},
		{0xffefffffffffffff, "-1.7976931348623157e+308"},
		{0x4340000000000000, "9007199254740992"},
		{0xc340000000000000, "-9007199254740992"},
		{0x4430000000000000, "295147905179352830000"},
		{0x44b52d02c7e14af5, "9.999999999999997e+22"},
		{0x44b52d02c7e14af6, "1e+23"},
		{0x44b52d02c7e14af7, "1.0000000000000001e+23"},
		{0x444b1ae4d6e2ef4e, "999999999999999700000"},
		{0x444b1ae4d6e2ef4f, "999999999999999900000"},
		{0x444b1ae4d6e2ef50, "1e+21"},
		{0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
		{0x3eb0c6f7a0b5ed8d, "0.000001"},
		{0x41b3de4355555553, "333333333.3333332"},
		{0x41b3de4355555554, "333333333.33333325"},
		{0x41b3de4355555555, "333333333.3333333"},
		{0x41b3de4355555556, "333333333.3333334"},
		{0x41b3de4355555557, "333333333.33333343"},
		{0xbecbf647612f3696, "-0.0000033333333333333333"},
		{0x43143ff3c1cb0959, "1424953923781206.2"},
	} {
		f := math.Float64frombits(x.bits)
		for _, format := range []byte{'e', 'g', 'f'} {
			require.Equal(t, x.want, canonical(t, strconv.FormatFloat(f, format, -1, 64)))
		}
		require.Equal(t, x.want, canonical(t, x.want))
	}
	for _, none := range []string{"NaN", "Infinity", "-Infinity"} { // the table's other two rows
		refused(t, none, "")
	}
}

// The property sorting example of RFC 8785, 3.2.3.
func TestSortingOfTheRFC(t *testing.T) {
	require.Equal(t, `{"\r":"Carriage Return","1":"One","`+"\u0080"+`":"Control","ö":"Latin Small Letter O With Diaeresis",`+
		`"€":"Euro Sign","😀":"Emoji: Grinning Face","`+"\ufb33"+`":"Hebrew Letter Dalet With Dagesh"}`,
		canonical(t, `{
			"\u20ac": "Euro Sign",
			"\r": "Carriage Return",
			"\ufb33": "Hebrew Letter Dalet With Dagesh",
			"1": "One",
			"\ud83d\ude00": "Emoji: Grinning Face",
			"\u0080": "Control",
			"\u00f6": "Latin Small Letter O With Diaeresis"
		}`))
}

// The example of RFC 8785, 3.2.2. Its first number is 333333333.33333329, which the RFC shortens to another value.
func TestSerializationOfTheRFC(t *testing.T) {
	const literals, rest = `"literals": [null, true, false]`, `1E30, 4.50, 2e-3, 0.000000000000000000000000001],
		"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", `
	require.Equal(t,
		`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
		canonical(t, `{"numbers": [333333333.3333333, `+rest+literals+`}`))
	e := refused(t, `{"numbers": [333333333.33333329, `+rest+literals+`}`, "/numbers/0")
	require.Equal(t, 13, e.Offset)
}

func TestAppend(t *testing.T) {
	for text, want := range map[string]string{
		" null\r\n\t":   "null",
		`""`:            `""`,
		"[]":            "[]",
		"{ }":           "{}",
		"[ [ ] , { } ]": "[[],{}]",
		`{"1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ { } ], "A": { }}`: `{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}`,
		`{"b":[{"d":1,"c":2}],"a":{"z":0,"y":{"x":1,"w":2}}}`:                                                      `{"a":{"y":{"w":2,"x":1},"z":0},"b":[{"c":2,"d":1}]}`,
		`{"ab":1,"a":2,"a!":3,"a b":4}`:                                                                            `{"a":2,"a b":4,"a!":3,"ab":1}`,
		`"\u0000\u0001\b\t\n\u000B\f\r\u001f\u007f"`:                                                               `"\u0000\u0001\b\t\n\u000b\f\r\u001f` + "\u007f\"",
		`"\u2028</script>&\/"`:                                                                                     `"` + "\u2028" + `</script>&/"`,
		`"A\u030a \u00c5"`:                                                                                         `"` + "A\u030a \u00c5" + `"`, // not normalized
		`"\ufffd\uffff"`:                                                                                           `"` + "\ufffd\uffff" + `"`,
		`"\ud840\udc00"`:                                                                                           `"𠀀"`,
	} {
		require.Equal(t, want, canonical(t, text))
		require.Equal(t, want, canonical(t, want))
	}
}

func TestAppendKeepsWhatIsThere(t *testing.T) {
	dst := make([]byte, 0, 64)
	dst = append(dst, "前"...)
	for _, text := range []string{`{"b":1,"a":2}`, `["` + strings.Repeat("泉州", 1000) + `"]`} {
		out, err := canon.Append(dst, []byte(text))
		require.NoError(t, err)
		require.Equal(t, "前"+canonical(t, text), string(out))
	}
	out, err := canon.Append(dst, []byte(`[1,`))
	require.Error(t, err)
	require.Equal(t, "前", string(out))
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"-0": "0", "-0.00e5": "0", "0e999999999999999999999": "0", "0.000": "0",
		"1.0": "1", "10e-1": "1", "0.1e1": "1", "1E+2": "100", "-1.50": "-1.5", "100": "100", "1e20": "100000000000000000000",
		"1e21": "1e+21", "12e20": "1.2e+21", "123456789012345678e3": "", "1e-6": "0.000001", "1e-7": "1e-7", "0.00000012": "1.2e-7",
		"999999999999999": "999999999999999", "9999999999999999": "", "9007199254740991": "9007199254740991",
		"9007199254740992": "9007199254740992", "9007199254740993": "", "9007199254740994": "9007199254740994",
		"9223372036854775807": "", "9223372036854775808": "", "9223372036854776000": "9223372036854776000",
		"295147905179352825856": "", "0.1": "0.1", "0.1000000000000000055": "", "0.10000000000000000": "0.1",
		"0.30000000000000004": "0.30000000000000004", "0.30000000000000002": "", "1e308": "1e+308", "1e309": "", "-1e400": "", "1e-323": "1e-323",
		"1e-324": "", "2.2250738585072014e-308": "2.2250738585072014e-308", "123456789e-320": "1.23456789e-312", "123456789e-330": "",
		"1" + strings.Repeat("0", 20): "100000000000000000000", "1" + strings.Repeat("0", 400) + "e-400": "1",
		"0." + strings.Repeat("0", 400) + "1e401": "1", "1." + strings.Repeat("0", 400): "1",
	} {
		if want == "" {
			refused(t, "["+text+"]", "/0")
			continue
		}
		require.Equal(t, want, canonical(t, text), text)
	}
}

// Up to 15 digits a number is taken without a look at the double; strconv finds the same.
func TestNumbersAgreeWithStrconv(t *testing.T) {
	random := rand.New(rand.NewPCG(8785, 1))
	for range 50000 {
		f := math.Float64frombits(random.Uint64())
		if random.IntN(2) == 0 { // up to 15 digits, anywhere
			digits := strconv.Itoa(random.IntN(int(math.Pow10(1 + random.IntN(15)))))
			f, _ = strconv.ParseFloat(digits+"e"+strconv.Itoa(random.IntN(700)-350), 64)
		}
		if math.IsNaN(f) || math.IsInf(f, 0) {
			continue
		}
		text := strconv.FormatFloat(f, "eg"[random.IntN(2)], -1, 64)
		got := canonical(t, text)
		back, err := strconv.ParseFloat(got, 64)
		require.NoError(t, err)
		require.Equal(t, f, back, text)
		std, err := json.Marshal(f) // encoding/json follows ES6 too, but for -0
		require.NoError(t, err)
		require.Equal(t, strings.Replace(string(std), "-0", "0", btoi(f == 0)), got)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Names are sorted as UTF-16 sorts them, whatever characters and escapes they have.
func TestNamesAreSortedByCodeUnits(t *testing.T) {
	random := rand.New(rand.NewPCG(8785, 2))
	alphabet := []rune("\x00\n\x1f!\"/\\]ab\x7f\u0080é前\ud7ff\ue000\uee00\ufb33\uffff\U00010000😀\U0010ffff")
	for range 2000 {
		object := map[string]int{}
		for i := range random.IntN(20) {
			name := make([]rune, random.IntN(4))
			for j := range name {
				name[j] = alphabet[random.IntN(len(alphabet))]
			}
			object[string(name)] = i
		}
		text, err := json.Marshal(object)
		require.NoError(t, err)
		names := namesOf(t, canonical(t, string(text)))
		require.Len(t, names, len(object))
		require.True(t, slices.IsSortedFunc(names, func(a, b string) int {
			return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
		}), "%q", names)
	}
}

// namesOf returns the names of an object in their order.
func namesOf(t *testing.T, text string) (names []string) {
	d := json.NewDecoder(strings.NewReader(text))
	_, err := d.Token()
	require.NoError(t, err)
	for d.More() {
		name, err := d.Token()
		require.NoError(t, err)
		names = append(names, name.(string))
		_, err = d.Token()
		require.NoError(t, err)
	}
	return names
}

func TestString(t *testing.T) {
	for s, want := range map[string]string{
		"":                      `""`,
		"泉州":                    `"泉州"`,
		"a\"\\/\b\f\n\r\t":      `"a\"\\/\b\f\n\r\t"`,
		"\x00\x1f\x7f<&>\u2028": `"\u0000\u001f` + "\x7f<&>\u2028\"",
		"\ufffd":                "\"\ufffd\"",
	} {
		got, err := canon.String([]byte("前"), s)
		require.NoError(t, err)
		require.Equal(t, "前"+want, string(got))
		require.Equal(t, want, canonical(t, want))
	}
	got, err := canon.String([]byte("前"), "泉\ufffd\xff州")
	var e *canon.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, &canon.Error{Offset: 6, Reason: "不是有效的 UTF-8"}, e)
	require.Equal(t, "前", string(got))
}
