package checkdigit

// IDNumber reports what is wrong with a citizen's identity number (公民身份号码, GB 11643-1999) of 18 characters: ErrLength,
// ErrCharacter, ErrCheck or nothing. The last character is a digit or a capital X. Numbers of 15 digits, given until 1999,
// have no check character and are ErrLength.
func IDNumber(id string) error {
	if len(id) != 18 {
		return lengthError("18")
	}
	sum := 0
	for i := range 17 {
		if !isDigit(id[i]) {
			return characterError(i)
		}
		sum = (sum + int(id[i]-'0')) * 2 % 11
	}
	switch {
	case !isDigit(id[17]) && id[17] != 'X':
		return characterError(17)
	case id[17] != "10X98765432"[sum]:
		return checkError()
	}
	return nil
}
