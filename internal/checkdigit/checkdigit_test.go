package checkdigit_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

func TestMod31(t *testing.T) {
	for body, want := range map[string]byte{
		"91350100M000100Y4":           '3', // of GB 32100-2015
		"91110000600037341":           'L',
		"00":                          '0', // 31 counts as 0
		"10":                          'Y',
		strings.Repeat("0", 30):       '0',
		strings.Repeat("0", 29) + "1": 'A', // the weight of the 30th is 21
	} {
		got, err := checkdigit.Mod31(body)
		require.NoError(t, err, body)
		require.Equal(t, string(want), string(got), body)
		require.NoError(t, checkdigit.VerifyMod31(body+string(want)))
	}
}

func TestMod31Refuses(t *testing.T) {
	for body, want := range map[string]error{
		"": checkdigit.ErrLength, "1": checkdigit.ErrLength, strings.Repeat("0", 31): checkdigit.ErrLength,
		"1I": checkdigit.ErrCharacter, "O1": checkdigit.ErrCharacter, "1S": checkdigit.ErrCharacter, "1V": checkdigit.ErrCharacter,
		"1Z": checkdigit.ErrCharacter, "1a": checkdigit.ErrCharacter, "1-": checkdigit.ErrCharacter, "1 ": checkdigit.ErrCharacter,
		"1\x00": checkdigit.ErrCharacter, "1\xff": checkdigit.ErrCharacter, "１１": checkdigit.ErrCharacter, "泉": checkdigit.ErrCharacter,
	} {
		got, err := checkdigit.Mod31(body)
		require.ErrorIs(t, err, want, "%q", body)
		require.Zero(t, got)
		err = checkdigit.VerifyMod31(body + "0")
		require.ErrorIs(t, err, want, "%q", body)
	}
	require.ErrorIs(t, checkdigit.VerifyMod31(""), checkdigit.ErrLength)
	require.ErrorIs(t, checkdigit.VerifyMod31("10Z"), checkdigit.ErrCharacter)
	require.ErrorIs(t, checkdigit.VerifyMod31("10y"), checkdigit.ErrCharacter)
	require.ErrorIs(t, checkdigit.VerifyMod31("10X"), checkdigit.ErrCheck)
	require.EqualError(t, checkdigit.VerifyMod31("1aY"), "checkdigit: 有不允许的字符：第2位")
}

// Of random codes of every length, no replaced character and no swap of neighbours is missed.
func TestMod31MissesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(32100, 2015))
	replaced, swapped := 0, 0
	for length := checkdigit.MinBody; length <= checkdigit.MaxBody; length++ {
		for range 20 {
			code := randomCode(t, random, length)
			replaced += requireReplacementsNoticed(t, code, checkdigit.Alphabet, checkdigit.VerifyMod31)
			swapped += requireSwapsNoticed(t, code, checkdigit.VerifyMod31)
		}
	}
	require.Equal(t, 295800, replaced)
	require.Greater(t, swapped, 9000)
}

func randomCode(t *testing.T, random *rand.Rand, length int) string {
	body := make([]byte, length)
	for i := range body {
		body[i] = checkdigit.Alphabet[random.IntN(len(checkdigit.Alphabet))]
	}
	c, err := checkdigit.Mod31(string(body))
	require.NoError(t, err)
	code := string(body) + string(c)
	require.NoError(t, checkdigit.VerifyMod31(code))
	return code
}

// requireReplacementsNoticed tries every other character of the alphabet at every place and returns how many it tried.
func requireReplacementsNoticed(t *testing.T, code, alphabet string, verify func(string) error) (tried int) {
	for i := range len(code) {
		for j := range len(alphabet) {
			if alphabet[j] == code[i] {
				continue
			}
			wrong := code[:i] + alphabet[j:j+1] + code[i+1:]
			require.Error(t, verify(wrong), "%s for %s", wrong, code)
			tried++
		}
	}
	return tried
}

// requireSwapsNoticed swaps all neighbours that differ and returns how many it tried.
func requireSwapsNoticed(t *testing.T, code string, verify func(string) error) (tried int) {
	for i := 1; i < len(code); i++ {
		if code[i-1] == code[i] {
			continue
		}
		wrong := code[:i-1] + code[i:i+1] + code[i-1:i] + code[i+1:]
		require.Error(t, verify(wrong), "%s for %s", wrong, code)
		tried++
	}
	return tried
}

func TestCreditCode(t *testing.T) {
	for _, code := range []string{"91350100M000100Y43", "91110000600037341L"} {
		require.NoError(t, checkdigit.CreditCode(code))
		requireReplacementsNoticed(t, code, checkdigit.Alphabet, checkdigit.CreditCode)
		requireSwapsNoticed(t, code, checkdigit.CreditCode)
	}
	for code, want := range map[string]error{
		"": checkdigit.ErrLength, "91350100M000100Y4": checkdigit.ErrLength, "91350100M000100Y433": checkdigit.ErrLength,
		"91350100M000100Y44": checkdigit.ErrCheck, "91350100m000100Y43": checkdigit.ErrCharacter,
		"91A50100M000100Y43": checkdigit.ErrCharacter, "91350100M000100Y4Z": checkdigit.ErrCharacter,
		"I1350100M000100Y43": checkdigit.ErrCharacter, "泉泉泉泉泉泉": checkdigit.ErrCharacter,
	} {
		require.ErrorIs(t, checkdigit.CreditCode(code), want, code)
	}
}

func TestIDNumber(t *testing.T) {
	const id = "11010519491231002X" // the example of GB 11643-1999
	require.NoError(t, checkdigit.IDNumber(id))
	requireReplacementsNoticed(t, id, "0123456789X", checkdigit.IDNumber)
	requireSwapsNoticed(t, id, checkdigit.IDNumber)
	for code, want := range map[string]error{
		"": checkdigit.ErrLength, "110105491231002": checkdigit.ErrLength, id + "0": checkdigit.ErrLength,
		"11010519491231002x": checkdigit.ErrCharacter, "1101051949123100XX": checkdigit.ErrCharacter, "110105194912310020": checkdigit.ErrCheck,
		"１１０１０５": checkdigit.ErrCharacter,
	} {
		require.ErrorIs(t, checkdigit.IDNumber(code), want, code)
	}
}

// Errors may be logged: they hold nothing of the code.
func TestErrorsKeepTheCodeToThemselves(t *testing.T) {
	require.EqualError(t, checkdigit.IDNumber("110105194912310020"), "checkdigit: 校验码不符")
	require.EqualError(t, checkdigit.IDNumber("1101051949123100２"), "checkdigit: 长度不符：应当是18位")
	require.EqualError(t, checkdigit.CreditCode("91350100M000100YI3"), "checkdigit: 有不允许的字符：第17位")
}

func FuzzVerify(f *testing.F) {
	for _, s := range []string{"91350100M000100Y43", "11010519491231002X", "", "00", "泉州", "\xff\xff\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if c, err := checkdigit.Mod31(s); err == nil {
			require.NoError(t, checkdigit.VerifyMod31(s+string(c)))
		}
		if checkdigit.VerifyMod31(s) == nil {
			c, err := checkdigit.Mod31(s[:len(s)-1])
			require.NoError(t, err)
			require.Equal(t, s[len(s)-1], c)
		}
		if checkdigit.CreditCode(s) == nil {
			require.NoError(t, checkdigit.VerifyMod31(s))
		}
		_ = checkdigit.IDNumber(s)
	})
}

func BenchmarkCreditCode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_ = checkdigit.CreditCode("91350100M000100Y43")
	}
}
