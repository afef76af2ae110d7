package statute

import "github.com/fazhi-go/fazhi"

// The codes of the issues that Parse reports. Where a text is judged by a rule of drafting whose wording was not at hand, the
// basis of the issue says so (未核对原文).
const (
	CodeGap       fazhi.Code = "statute/number/gap"       // a number is missing: 缺第十六条
	CodeDuplicate fazhi.Code = "statute/number/duplicate" // a number stands twice
	CodeWrong     fazhi.Code = "statute/number/wrong"     // one number does not fit between its neighbours
	CodeOrder     fazhi.Code = "statute/number/order"     // a number goes back
	CodeRestart   fazhi.Code = "statute/number/restart"   // numbers begin anew where they should count on
	CodeStart     fazhi.Code = "statute/number/start"     // the text does not begin with 第一条
	CodeNumeral   fazhi.Code = "statute/number/form"      // 第一百十条 for 第一百一十条
	CodeGlued     fazhi.Code = "statute/heading/glued"    // a heading stands within the line before
	CodeHeading   fazhi.Code = "statute/heading/form"     // a heading that is missing in the sequence is written in a way of its own
	CodeBracket   fazhi.Code = "statute/bracket/mismatch" // 序号 in brackets of two widths: （二)
	CodeWidths    fazhi.Code = "statute/bracket/widths"   // （一） and (一) in one text
	CodeUnpaired  fazhi.Code = "statute/mark/unpaired"    // a bracket, quotation mark or 书名号 that does not open or close
	CodePairWidth fazhi.Code = "statute/mark/mismatch"    // it opens in one width and closes in the other
	CodeListMark  fazhi.Code = "statute/list/mark"        // an item ends otherwise than the rest of its list
	CodeListStyle fazhi.Code = "statute/list/style"       // all items of a list end in an unusual way
	CodeListColon fazhi.Code = "statute/list/colon"       // no colon before a list
	CodeContents  fazhi.Code = "statute/contents/differs" // 目录 and 正文 differ
	CodeDigits    fazhi.Code = "statute/style/numerals"   // 三十日内 and 30日内 in one text
	CodeMore      fazhi.Code = "statute/issues/more"      // how many more there are of those above
)

// A fault is the place of a code in the table below.
type fault uint8

const (
	faultGap fault = iota
	faultDuplicate
	faultWrong
	faultOrder
	faultRestart
	faultStart
	faultNumeral
	faultGlued
	faultHeading
	faultBracket
	faultWidths
	faultUnpaired
	faultPairWidth
	faultListMark
	faultListStyle
	faultListColon
	faultContents
	faultDigits
	faultCount
)

// What the rules rest on.
const (
	numberLaw    = "立法法（2023）第六十五条"
	punctuation  = "GB/T 15834-2011"
	draftMarks   = "立法技术规范（试行）（一）12（未核对原文）"
	draftDigits  = "立法技术规范（试行）（一）11（未核对原文）"
	draftOutline = "立法技术规范（试行）（一）1（未核对原文）"
)

// faults says how grave each is and what the rule rests on.
var faults = [faultCount]struct {
	code     fazhi.Code
	severity fazhi.Severity
	basis    string
}{
	faultGap:       {CodeGap, fazhi.Error, numberLaw},
	faultDuplicate: {CodeDuplicate, fazhi.Error, numberLaw},
	faultWrong:     {CodeWrong, fazhi.Error, numberLaw},
	faultOrder:     {CodeOrder, fazhi.Error, numberLaw},
	faultRestart:   {CodeRestart, fazhi.Warning, numberLaw},
	faultStart:     {CodeStart, fazhi.Warning, numberLaw},
	faultNumeral:   {CodeNumeral, fazhi.Error, numberLaw},
	faultGlued:     {CodeGlued, fazhi.Error, numberLaw},
	faultHeading:   {CodeHeading, fazhi.Error, numberLaw},
	faultBracket:   {CodeBracket, fazhi.Error, numberLaw},
	faultWidths:    {CodeWidths, fazhi.Notice, punctuation},
	faultUnpaired:  {CodeUnpaired, fazhi.Warning, punctuation},
	faultPairWidth: {CodePairWidth, fazhi.Notice, punctuation},
	faultListMark:  {CodeListMark, fazhi.Warning, draftMarks},
	faultListStyle: {CodeListStyle, fazhi.Notice, draftMarks},
	faultListColon: {CodeListColon, fazhi.Notice, draftMarks},
	faultContents:  {CodeContents, fazhi.Warning, draftOutline},
	faultDigits:    {CodeDigits, fazhi.Notice, draftDigits},
}
