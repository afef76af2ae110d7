package casecode_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// Organs that do not exist: no division has a code that begins with 99.
const (
	organ = "99010201"
	other = "990102FY"
)

// Vectors: the check characters were computed apart from this package, from the weights 3^(i−1) mod 31.
func TestVectors(t *testing.T) {
	for text, want := range vectors() {
		require.Equal(t, text, want.String())
		got, err := casecode.Parse(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got)
		require.NoError(t, got.Check())
	}
}

// The rule that the book writes by reads what is written, and has the same check character.
func TestOneRule(t *testing.T) {
	for text, want := range vectors() {
		scheme, err := casecode.Scheme(want.Organ)
		require.NoError(t, err)
		slot, err := scheme.Read(text)
		require.NoError(t, err)
		require.Equal(t, numbering.Slot{Year: want.Year, Serial: want.Serial}, slot)
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	right := casecode.Code{Organ: organ, Year: 2024, Serial: 17}.String()
	at := func(i int, c string) string { return right[:i] + c + right[i+1:] }
	for name, c := range map[string]struct {
		text string
		want error
		say  []string
	}{
		"empty":      {"", casecode.ErrLength, []string{"casecode: 案件编号的长度不对：应当有22个字符，包括3个“-”，现有0个"}},
		"no hyphens": {strings.ReplaceAll(right, "-", ""), casecode.ErrLength, []string{"现有19个"}},
		"blank":      {right + " ", casecode.ErrLength, []string{"现有23个"}},
		"letter O":   {at(15, "O"), casecode.ErrCharacter, []string{"第16个字符：应当是数字；可能是“0”"}},
		"letter I":   {at(7, "I"), casecode.ErrCharacter, []string{"第8个字符：应当是数字或者大写字母，不用 I、O、S、V、Z；可能是“1”"}},
		"letter V":   {at(7, "V"), casecode.ErrCharacter, []string{"可能是“U”"}},
		"letter B":   {at(9, "B"), casecode.ErrCharacter, []string{"第10个字符：应当是数字；可能是“8”"}},
		"no likeness": {at(9, "泉"), casecode.ErrCharacter,
			[]string{"casecode: 案件编号中有不该有的字符：第10个字符：应当是数字"}},
		"small":      {strings.ToLower(at(7, "f")), casecode.ErrCharacter, []string{"可能是“F”"}},
		"full width": {at(0, "９"), casecode.ErrCharacter, []string{"第1个字符：应当是数字；可能是“9”"}},
		"dash":       {at(8, "—"), casecode.ErrCharacter, []string{"第9个字符：应当是“-”"}},
		"two":        {strings.Replace(at(0, "g"), "000", "OOO", 1), casecode.ErrCharacter, []string{"第1个字符", "可能是“6”", "第15个字符", "第16个字符", "第17个字符"}},
		"not UTF-8":  {at(0, "\xff"), casecode.ErrCharacter, []string{"第1个字符"}},
		"year":       {at(9, "1"), casecode.ErrYear, []string{"第10个字符：年份应当在2000至2099之间"}},
		"late year":  {right[:9] + "2100" + right[13:], casecode.ErrYear, []string{"2000至2099"}},
		"serial":     {right[:14] + "000000" + right[20:], casecode.ErrSerial, []string{"第15个字符：顺序号应当在000001至999999之间"}},
		"check":      {at(19, "8"), casecode.ErrCheck, []string{"第22个字符：请核对编号是否抄录有误"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := casecode.Parse(c.text)
			require.ErrorIs(t, err, c.want)
			require.Zero(t, got)
			for _, s := range c.say {
				require.ErrorContains(t, err, s)
			}
			var e *casecode.Error
			require.ErrorAs(t, err, &e)
		})
	}
}

func TestNearIsData(t *testing.T) {
	_, err := casecode.Parse("９9O10201-2024-000017-7")
	joined, ok := err.(interface{ Unwrap() []error })
	require.True(t, ok)
	var near []rune
	for _, err := range joined.Unwrap() {
		var e *casecode.Error
		require.True(t, errors.As(err, &e))
		near = append(near, e.Near)
	}
	require.Equal(t, []rune("90"), near)
}

func TestNoCode(t *testing.T) {
	for _, c := range []casecode.Code{
		{}, {Organ: organ}, {Organ: organ, Year: 2024}, {Organ: organ, Year: 1999, Serial: 1}, {Organ: organ, Year: 2100, Serial: 1},
		{Organ: organ, Year: 2024, Serial: 1000000}, {Organ: organ, Year: 2024, Serial: -1}, {Organ: "9901020", Year: 2024, Serial: 1},
		{Organ: "9901020V", Year: 2024, Serial: 1}, {Organ: "{year}01", Year: 2024, Serial: 1},
	} {
		require.Empty(t, c.String(), c)
		var wrong *casecode.Error
		require.ErrorAs(t, c.Check(), &wrong)
		for line := range strings.Lines(c.Check().Error()) {
			require.Equal(t, 1, strings.Count(line, ": "), "one prefix: %s", line)
		}
	}
	require.EqualError(t, casecode.Code{Organ: organ, Year: 1999, Serial: 1}.Check(), "casecode: 案件编号的年份不对：第10个字符：年份应当在2000至2099之间")
	require.EqualError(t, casecode.Code{Organ: organ, Year: 2024}.Check(), "casecode: 案件编号的顺序号不对：第15个字符：顺序号应当在000001至999999之间")
	series, err := casecode.SeriesOf(organ)
	require.NoError(t, err)
	_, err = series.Number(numbering.Slot{Year: 1999, Serial: 1})
	require.ErrorIs(t, err, numbering.ErrNumber)
	require.ErrorIs(t, err, casecode.ErrYear)
	require.Equal(t, 1, strings.Count(err.Error(), ": "), "one prefix: %v", err)
	_, err = casecode.Scheme("99010")
	require.EqualError(t, err, "casecode: 案件编号的长度不对：机关代码应当有8个字符，现有5个")
}

func TestCodeAsJSON(t *testing.T) {
	c := casecode.Code{Organ: organ, Year: 2024, Serial: 17}
	text, err := json.Marshal(c)
	require.NoError(t, err)
	require.Equal(t, `"`+c.String()+`"`, string(text))
	var back casecode.Code
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, c, back)
	require.NoError(t, json.Unmarshal([]byte(`""`), &back))
	require.Zero(t, back)
	require.ErrorIs(t, json.Unmarshal([]byte(`"99"`), &back), casecode.ErrLength)
	text, err = json.Marshal(casecode.Code{})
	require.NoError(t, err)
	require.Equal(t, `""`, string(text))
	_, err = json.Marshal(casecode.Code{Organ: organ})
	require.Error(t, err)
	require.Negative(t, c.Compare(casecode.Code{Organ: organ, Year: 2024, Serial: 18}))
	require.Zero(t, c.Compare(c))
}

// Every single substitution and every swap of neighbours in 10,000 random codes is an error.
func TestNothingIsMissed(t *testing.T) {
	random := rand.New(rand.NewPCG(32100, 2024))
	substitutions, swaps := 0, 0
	for range 10_000 {
		text := randomCode(random).String()
		_, err := casecode.Parse(text)
		require.NoError(t, err)
		substitutions += countSubstitutions(t, text)
		swaps += countSwaps(t, text)
	}
	t.Logf("%d substitutions and %d swaps, none missed", substitutions, swaps)
	require.Equal(t, 10_000*(19*30+3*31), substitutions)
	require.Greater(t, swaps, 200_000)
}

func randomCode(random *rand.Rand) casecode.Code {
	c := casecode.Code{Year: casecode.FirstYear + random.IntN(100), Serial: 1 + random.IntN(999_999)}
	var b strings.Builder
	for range 6 {
		b.WriteByte(checkdigit.Alphabet[random.IntN(10)])
	}
	for range 2 {
		b.WriteByte(checkdigit.Alphabet[random.IntN(31)])
	}
	c.Organ = b.String()
	return c
}

// countSubstitutions puts every other character of the alphabet at every place.
func countSubstitutions(t *testing.T, text string) (n int) {
	wrong := []byte(text)
	for i := range wrong {
		for j := range len(checkdigit.Alphabet) {
			if checkdigit.Alphabet[j] == text[i] {
				continue
			}
			wrong[i] = checkdigit.Alphabet[j]
			if _, err := casecode.Parse(string(wrong)); err == nil {
				require.Fail(t, "missed", "%s for %s", wrong, text)
			}
			n++
		}
		wrong[i] = text[i]
	}
	return n
}

// countSwaps swaps all neighbours that differ, those on either side of a hyphen too.
func countSwaps(t *testing.T, text string) (n int) {
	for i := 1; i < len(text); i++ {
		for _, before := range []int{i - 1, i - 2} {
			if before < 0 || before == i-2 && text[i-1] != '-' || text[before] == text[i] {
				continue
			}
			wrong := []byte(text)
			wrong[before], wrong[i] = wrong[i], wrong[before]
			if _, err := casecode.Parse(string(wrong)); err == nil {
				require.Fail(t, "missed", "%s for %s", wrong, text)
			}
			n++
		}
	}
	return n
}

// The right code is among the suggestions for a code with one mistake, and every suggestion is right and one mistake away.
func TestSuggest(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 31))
	most := 0
	for range 200 {
		right := randomCode(random).String()
		require.Empty(t, casecode.Suggest(right))
		wrong := []byte(right)
		i := random.IntN(len(wrong) - 1)
		if random.IntN(2) == 0 || wrong[i] == wrong[i+1] {
			wrong[i] = "ISOVZ$"[random.IntN(6)]
		} else {
			wrong[i], wrong[i+1] = wrong[i+1], wrong[i]
		}
		got := casecode.Suggest(string(wrong))
		require.Contains(t, got, right, string(wrong))
		for _, s := range got {
			_, err := casecode.Parse(s)
			require.NoError(t, err)
			require.LessOrEqual(t, differing(s, string(wrong)), 2)
		}
		most = max(most, len(got))
	}
	t.Logf("at most %d suggestions", most)
	require.Less(t, most, 40)
	for _, s := range []string{"", "99", strings.Repeat("9", 22), strings.Repeat("泉", 22), strings.Repeat("\xff", 1<<20)} {
		require.Empty(t, casecode.Suggest(s))
	}
}

func differing(a, b string) (n int) {
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

func FuzzParse(f *testing.F) {
	for text := range vectors() {
		f.Add(text)
	}
	for _, s := range []string{"", "99010201-2024-000017-", "9901O201-2024-000017-7", "９９010201-2024-000017-7", strings.Repeat("-", 22), "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := casecode.Parse(text)
		if err != nil {
			require.Zero(t, c)
			for _, s := range casecode.Suggest(text) {
				_, err := casecode.Parse(s)
				require.NoError(t, err)
			}
			return
		}
		require.Equal(t, text, c.String())
		require.NoError(t, c.Check())
	})
}
