package gongwen

import "github.com/fazhi-go/fazhi"

// CodeUnplaced is the code of an issue: the form of the document has no place for something that is given.
const CodeUnplaced fazhi.Code = "gongwen/unplaced"

// Placed returns the document without what its form has no place for, and says what that is. Whoever sets a document begins
// with it, so that every format shows the same. The document itself is not changed, and returned if nothing is taken out.
func (d *Document) Placed() (*Document, fazhi.Issues) {
	c, issues := *d, fazhi.Issues(nil)
	say := func(found bool, path fazhi.Path, message, basis string) bool {
		if found {
			issues = append(issues, fazhi.Issue{Code: CodeUnplaced, Severity: fazhi.Warning, Path: path, Message: message, Basis: basis})
		}
		return found
	}
	letter := d.Format == Letter
	if say(letter && len(d.Head.Signers) > 0, fazhi.At("head", "signers"), "信函没有签发人一项，没有印出", "GB/T 9704-2012 10.1") {
		c.Head.Signers = nil
	}
	if say(letter && (d.Imprint.Printer != "" || !d.Imprint.Printed.IsZero()), fazhi.At("imprint", "printer"),
		"信函的版记不加印发机关和印发日期，没有印出", "GB/T 9704-2012 10.1") {
		c.Imprint.Printer, c.Imprint.Printed = "", fazhi.Date{}
	}
	if say(len(d.Sign.Signatories) > 0 && len(d.Sign.Organs) > 0, fazhi.At("sign", "organs"),
		"由签发人签名的文件不署发文机关，没有印出", "GB/T 9704-2012 7.3.5.3") {
		c.Sign.Organs = nil
	}
	say(d.Head.Serial != "" && d.Head.Number != (fazhi.Number{}), fazhi.At("head", "number"),
		"已经写明令号或者期号，没有印出发文字号", "GB/T 9704-2012 10.2")
	if issues == nil {
		return d, nil
	}
	return &c, issues
}
