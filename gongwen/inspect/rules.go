package inspect

import "github.com/fazhi-go/fazhi"

// Codes of findings.
const (
	CodePaper       fazhi.Code = "gongwen/inspect/paper"
	CodeMargin      fazhi.Code = "gongwen/inspect/margin"
	CodeLines       fazhi.Code = "gongwen/inspect/lines"
	CodeChars       fazhi.Code = "gongwen/inspect/chars"
	CodePitch       fazhi.Code = "gongwen/inspect/pitch"
	CodeBodySize    fazhi.Code = "gongwen/inspect/body-size"
	CodeBodyFace    fazhi.Code = "gongwen/inspect/body-face"
	CodeFace        fazhi.Code = "gongwen/inspect/unknown-face"
	CodeColour      fazhi.Code = "gongwen/inspect/colour"
	CodeOverhang    fazhi.Code = "gongwen/inspect/overhang"
	CodeLineStart   fazhi.Code = "gongwen/inspect/line-start"
	CodeLineEnd     fazhi.Code = "gongwen/inspect/line-end"
	CodeSplit       fazhi.Code = "gongwen/inspect/split-number"
	CodeHalfQuote   fazhi.Code = "gongwen/inspect/half-width-quote"
	CodeNoText      fazhi.Code = "gongwen/inspect/no-text"
	CodeUnmeasured  fazhi.Code = "gongwen/inspect/unmeasured"
	CodeUnreadable  fazhi.Code = "gongwen/inspect/unreadable"
	CodeCopy        fazhi.Code = "gongwen/inspect/copy"
	CodeMarkTop     fazhi.Code = "gongwen/inspect/mark-top"
	CodeMarkFace    fazhi.Code = "gongwen/inspect/mark-face"
	CodeRed         fazhi.Code = "gongwen/inspect/red"
	CodeNumberForm  fazhi.Code = "gongwen/inspect/number-form"
	CodeNumberPlace fazhi.Code = "gongwen/inspect/number-place"
	CodeRedLine     fazhi.Code = "gongwen/inspect/red-line"
	CodeNoTitle     fazhi.Code = "gongwen/inspect/title-missing"
	CodeNoBody      fazhi.Code = "gongwen/inspect/text-missing"
	CodeFirstPage   fazhi.Code = "gongwen/inspect/first-page"
	CodeNoDate      fazhi.Code = "gongwen/inspect/date-missing"
	CodeNoOrgan     fazhi.Code = "gongwen/inspect/organ-missing"
	CodeTitleSize   fazhi.Code = "gongwen/inspect/title-size"
	CodeTitleFace   fazhi.Code = "gongwen/inspect/title-face"
	CodeTitlePlace  fazhi.Code = "gongwen/inspect/title-place"
	CodeTitleShape  fazhi.Code = "gongwen/inspect/title-shape"
	CodeTo          fazhi.Code = "gongwen/inspect/addressee"
	CodeHeadingFace fazhi.Code = "gongwen/inspect/heading-face"
	CodeHeadingBold fazhi.Code = "gongwen/inspect/heading-bold"
	CodeIndent      fazhi.Code = "gongwen/inspect/heading-indent"
	CodeDateForm    fazhi.Code = "gongwen/inspect/date-form"
	CodeDatePlace   fazhi.Code = "gongwen/inspect/date-place"
	CodeNote        fazhi.Code = "gongwen/inspect/note"
	CodeAttachment  fazhi.Code = "gongwen/inspect/attachment"
	CodeImprintRule fazhi.Code = "gongwen/inspect/imprint-rule"
	CodeImprintFoot fazhi.Code = "gongwen/inspect/imprint-foot"
	CodeImprintSize fazhi.Code = "gongwen/inspect/imprint-size"
	CodeImprintForm fazhi.Code = "gongwen/inspect/imprint-form"
	CodeNoNumber    fazhi.Code = "gongwen/inspect/page-number-missing"
	CodeNumberSide  fazhi.Code = "gongwen/inspect/page-number-side"
	CodeNumberGap   fazhi.Code = "gongwen/inspect/page-number-gap"
	CodeNumberStyle fazhi.Code = "gongwen/inspect/page-number-form"
	CodeNumberSize  fazhi.Code = "gongwen/inspect/page-number-size"
	CodeNumberFace  fazhi.Code = "gongwen/inspect/page-number-face"
	CodeNumberOrder fazhi.Code = "gongwen/inspect/page-number-order"
	CodeEastAsia    fazhi.Code = "gongwen/inspect/no-chinese-font"
	CodeSwitches    fazhi.Code = "gongwen/inspect/switches"
)

// A rule is what a code rests on, and how grave it is as a rule.
type rule struct {
	code     fazhi.Code
	severity fazhi.Severity
	basis    string
}

const (
	standard    = "GB/T 9704-2012 "
	punctuation = "GB/T 15834-2011 "
)

// rules lists all codes.
func rules() []rule {
	return []rule{
		{CodePaper, fazhi.Error, standard + "5.1"},
		{CodeMargin, fazhi.Error, standard + "5.2.1"},
		{CodeLines, fazhi.Error, standard + "5.2.3"},
		{CodeChars, fazhi.Error, standard + "5.2.3"},
		{CodePitch, fazhi.Warning, standard + "5.2.3"},
		{CodeBodySize, fazhi.Error, standard + "5.2.2"},
		{CodeBodyFace, fazhi.Error, standard + "5.2.2"},
		{CodeFace, fazhi.Notice, standard + "5.2.2"},
		{CodeColour, fazhi.Warning, standard + "5.2.4"},
		{CodeOverhang, fazhi.Error, standard + "5.2.1"},
		{CodeLineStart, fazhi.Error, punctuation + "5.1"},
		{CodeLineEnd, fazhi.Error, punctuation + "5.1"},
		{CodeSplit, fazhi.Warning, "GB/T 15835-2011"},
		{CodeHalfQuote, fazhi.Warning, punctuation + "5.1.3"},
		{CodeNoText, fazhi.Warning, ""},
		{CodeUnmeasured, fazhi.Error, ""},
		{CodeUnreadable, fazhi.Warning, ""},
		{CodeCopy, fazhi.Error, standard + "7.2.1"},
		{CodeMarkTop, fazhi.Error, standard + "7.2.4"},
		{CodeMarkFace, fazhi.Error, standard + "7.2.4"},
		{CodeRed, fazhi.Notice, standard + "6"},
		{CodeNumberForm, fazhi.Error, standard + "7.2.5"},
		{CodeNumberPlace, fazhi.Warning, standard + "7.2.5"},
		{CodeRedLine, fazhi.Error, standard + "7.2.7"},
		{CodeNoTitle, fazhi.Error, standard + "7.3.1"},
		{CodeNoBody, fazhi.Error, standard + "7.3.3"},
		{CodeFirstPage, fazhi.Error, standard + "7.3.3"},
		{CodeNoDate, fazhi.Warning, standard + "7.3.5.4"},
		{CodeNoOrgan, fazhi.Warning, standard + "7.3.5"},
		{CodeTitleSize, fazhi.Error, standard + "7.3.1"},
		{CodeTitleFace, fazhi.Error, standard + "7.3.1"},
		{CodeTitlePlace, fazhi.Error, standard + "7.3.1"},
		{CodeTitleShape, fazhi.Warning, standard + "7.3.1"},
		{CodeTo, fazhi.Error, standard + "7.3.2"},
		{CodeHeadingFace, fazhi.Error, standard + "7.3.3"},
		{CodeHeadingBold, fazhi.Warning, standard + "7.3.3"},
		{CodeIndent, fazhi.Error, standard + "7.3.3"},
		{CodeDateForm, fazhi.Error, standard + "7.3.5.4"},
		{CodeDatePlace, fazhi.Warning, standard + "7.3.5"},
		{CodeNote, fazhi.Warning, standard + "7.3.6"},
		{CodeAttachment, fazhi.Warning, standard + "7.3.7"},
		{CodeImprintRule, fazhi.Error, standard + "7.4.1"},
		{CodeImprintFoot, fazhi.Error, standard + "7.4.1"},
		{CodeImprintSize, fazhi.Error, standard + "7.4.2"},
		{CodeImprintForm, fazhi.Error, standard + "7.4.2"},
		{CodeNoNumber, fazhi.Error, standard + "7.5"},
		{CodeNumberSide, fazhi.Error, standard + "7.5"},
		{CodeNumberGap, fazhi.Error, standard + "7.5"},
		{CodeNumberStyle, fazhi.Error, standard + "7.5"},
		{CodeNumberSize, fazhi.Error, standard + "7.5"},
		{CodeNumberFace, fazhi.Error, standard + "7.5"},
		{CodeNumberOrder, fazhi.Error, standard + "7.5"},
		{CodeEastAsia, fazhi.Error, standard + "5.2.2"},
		{CodeSwitches, fazhi.Warning, standard + "5.2.3"},
	}
}

func ruleOf(code fazhi.Code) rule {
	for _, r := range rules() {
		if r.code == code {
			return r
		}
	}
	return rule{code: code}
}
