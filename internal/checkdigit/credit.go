package checkdigit

// CreditCode reports what is wrong with a unified social credit code (统一社会信用代码, GB 32100-2015) of 18 characters:
// ErrLength, ErrCharacter, ErrCheck or nothing. The characters 3 to 8, the division of the registering authority, are
// digits.
func CreditCode(code string) error {
	if len(code) != 18 {
		return lengthError("18")
	}
	for i := 2; i < 8; i++ {
		if !isDigit(code[i]) {
			return characterError(i)
		}
	}
	return VerifyMod31(code)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
