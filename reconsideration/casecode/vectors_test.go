package casecode_test

import "github.com/fazhi-go/fazhi/reconsideration/casecode"

// vectors are codes of organs that do not exist.
func vectors() map[string]casecode.Code {
	return map[string]casecode.Code{
		"99010201-2024-000017-9": {Organ: organ, Year: 2024, Serial: 17},
		"99010201-2000-000001-P": {Organ: organ, Year: 2000, Serial: 1},
		"99010201-2099-999999-0": {Organ: organ, Year: 2099, Serial: 999_999},
		"990102FY-2024-000017-L": {Organ: other, Year: 2024, Serial: 17},
		"990102YY-2026-123456-G": {Organ: "990102YY", Year: 2026, Serial: 123_456},
	}
}
