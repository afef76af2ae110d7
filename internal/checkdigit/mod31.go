package checkdigit

import "strings"

// Alphabet holds the 31 characters of GB 32100-2015 in the order of their values: the digits, and the capital letters
// without I, O, S, V and Z.
const Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// Lengths of a code without its check character. A single character could change places with its check character unseen;
// after 30 the weights begin again.
const (
	MinBody = 2
	MaxBody = 30
)

// Mod31 returns the check character of a code of MinBody to MaxBody characters of the Alphabet, by the rule of
// GB 32100-2015: 31 − (ΣCᵢ·Wᵢ mod 31), where Wᵢ is 3^(i−1) mod 31 and 31 counts as 0. Of a code with its check
// character, any one character replaced and any two different neighbours swapped are noticed. The error is ErrLength or
// ErrCharacter.
func Mod31(body string) (byte, error) {
	if len(body) < MinBody || len(body) > MaxBody {
		return 0, lengthError("2至30")
	}
	sum, weight := 0, 1
	for i := range len(body) {
		value := strings.IndexByte(Alphabet, body[i])
		if value < 0 {
			return 0, characterError(i)
		}
		sum += value * weight
		weight = weight * 3 % len(Alphabet)
	}
	return Alphabet[(len(Alphabet)-sum%len(Alphabet))%len(Alphabet)], nil
}

// VerifyMod31 reports what is wrong with a code that ends with its Mod31 check character: ErrLength, ErrCharacter,
// ErrCheck or nothing.
func VerifyMod31(code string) error {
	if len(code) < MinBody+1 || len(code) > MaxBody+1 {
		return lengthError("3至31")
	}
	last := len(code) - 1
	want, err := Mod31(code[:last])
	switch {
	case err != nil:
		return err
	case strings.IndexByte(Alphabet, code[last]) < 0:
		return characterError(last)
	case code[last] != want:
		return checkError()
	}
	return nil
}
