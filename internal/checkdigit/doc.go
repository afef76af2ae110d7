// Package checkdigit computes and verifies the check characters (校验码) that Chinese codes end with, so that one character
// typed wrong, or two neighbours typed the wrong way round, is seen before the code is used.
//
//	c, err := checkdigit.Mod31("3505022024000017")         // '7', for a case code
//	err = checkdigit.CreditCode("91350100M000100Y43")      // 统一社会信用代码
//	err = checkdigit.IDNumber("11010519491231002X")        // 公民身份号码
//
// Two systems are known:
//
//   - GB 32100-2015 (法人和其他组织统一社会信用代码编码规则): 31 characters, weights 3^(i−1) mod 31.
//   - GB 11643-1999 (公民身份号码): digits, ISO 7064 MOD 11-2.
//
// Both know capital letters only. A small letter is another character and is refused, never turned into a capital here;
// so are full-width forms and blanks. Who reads what people type changes it first.
//
// A right check character says that a code was copied well. It does not say that the code was ever given, and dates,
// places and the inner codes of a number are not looked into. Errors name the place and never the code, which may be a
// person's.
package checkdigit
