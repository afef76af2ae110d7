package numbering

import "github.com/fazhi-go/fazhi"

// DocumentNumber returns the rule for document numbers (发文字号) of an issuer's short name (机关代字), "泉鲤司〔{year}〕{serial}号":
// the full year in six-cornered brackets, the running number without 第 and without leading zeros (党政机关公文处理工作条例
// art. 9 (5); GB/T 9704-2012, 7.2.5). What it writes, fazhi.ParseNumber reads. The error is ErrScheme when
// fazhi.ParseNumber would not take the short name.
func DocumentNumber(issuer string) (Scheme, error) {
	sample := fazhi.Number{Issuer: issuer, Year: firstYear, Seq: 1}
	if read, err := fazhi.ParseNumber(sample.String()); err != nil || read != sample {
		return Scheme{}, &Error{Reason: "机关代字应当由汉字组成", kind: ErrScheme}
	}
	return Parse(issuer + "〔{year}〕{serial}号")
}
