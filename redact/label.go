package redact

import (
	"regexp"
	"strings"
)

// A label is a word after which a value stands, whatever its form.
type label struct {
	kind  Kind
	value *regexp.Regexp // its submatch is the value
	hints []string       // one of them stands in every text in which there is such a value; none: any text with letters or digits
}

// labels returns the labels. Texts are folded.
func labels() []label {
	const between = `(?:号码|号|为|是|[: (\[]|（|[:])*`
	of := func(kind Kind, words, value string) label {
		return label{kind, regexp.MustCompile(`(?:` + words + `)` + between + `(` + value + `)`), strings.Split(words, "|")}
	}
	return []label{
		of(ID, `身份证明|身份证件|身份证|身份号码|公民身份证号|公民身份号`, `[0-9](?:[ -]?[0-9]){13,16}[ -]?[0-9Xx]`),
		of(Card, `银行卡|卡号|账号|帐号|账户|帐户|存折`, `[0-9](?:[ -]?[0-9]){7,29}`),
		of(Phone, `电话|手机|联系方式|传真|座机|热线|Tel|TEL|tel`, `\+?\(?[0-9](?:[ )-]{0,2}[0-9]){6,14}`),
		of(Passport, `护照|通行证|台胞证|回乡证|居留证|旅行证|港澳居民居住证|台湾居民居住证`, `[A-Za-z]{0,2}[0-9]{6,10}`),
		of(Passport, `军官证|士兵证|警官证|军人证`, `\p{Han}{0,4}[0-9]{5,9}`),
		of(Account, `微信|QQ|qq|支付宝|抖音|钉钉`, `[A-Za-z0-9_-]{5,40}`),
	}
}

// plateProvinces are the characters with which plates of vehicles begin.
const plateProvinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"

// forms returns numbers that show by their signs what they are.
func forms() []label {
	return []label{
		{Email, regexp.MustCompile(`([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})`), []string{"@"}},
		{Plate, regexp.MustCompile(`([` + plateProvinces + `][A-HJ-NP-Z][·• -]?` +
			`(?:[A-HJ-NP-Z0-9]{6}|[A-HJ-NP-Z0-9]{5}|[A-HJ-NP-Z0-9]{4}[挂学警港澳]))`), nil},
		{Phone, regexp.MustCompile(`(1[3-9][0-9]\*{4,8}[0-9]{2,4})`), []string{"**"}}, // masked halfway
		{ID, regexp.MustCompile(`([0-9]{3,6}\*{8,14}[0-9]{2,4}[Xx]?)`), []string{"**"}},
		{Certificate, regexp.MustCompile(`([` + plateProvinces + `]?\([0-9]{4}\)\p{Han}{1,12}不动产(?:权|证明)第[0-9]{4,12}号)`), []string{"不动产"}},
	}
}
