package inspect

import "regexp"

// A pattern is how an element is written, right or wrong. They are compiled once; nobody writes to them.
var (
	// 发文字号, in whatever brackets.
	numberPattern = regexp.MustCompile(`^\D{1,20}[〔\[［【（(〈]\s*\d{2,4}\s*[〕\]］】）)〉]\s*第?\d+号?$`)
	numberRight   = regexp.MustCompile(`^\D{1,20}〔\d{4}〕[1-9]\d*号$`)

	datePattern = regexp.MustCompile(`^(\d{2,4}|[〇○零一二三四五六七八九]{2,4})\s*[年.\-/]\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月.\-/]\s*` +
		`(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?$`)
	dateRight = regexp.MustCompile(`^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$`)

	dateEnd = regexp.MustCompile(`(\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日$`)

	copyPattern = regexp.MustCompile(`^\d{1,9}$`)

	// 页码. The number is its second group.
	folioPattern  = regexp.MustCompile(`^(第|[—–―─－\-~·]*)\s*([0-9０-９]{1,4})\s*(页|[—–―─－\-~·]*)(共[0-9０-９]+页)?$`)
	folioRight    = regexp.MustCompile(`^—[1-9][0-9]*—$`)
	folioNumberIn = regexp.MustCompile(`[0-9０-９]+`)

	headingPatterns = [...]*regexp.Regexp{
		regexp.MustCompile(`^[一二三四五六七八九十]{1,3}、`),
		regexp.MustCompile(`^[（(][一二三四五六七八九十]{1,3}[）)]`),
		regexp.MustCompile(`^\d{1,2}[.．、][^\d]`),
		regexp.MustCompile(`^[（(]\d{1,2}[）)]`),
	}
	leaderPattern     = regexp.MustCompile(`…{3}|[.·．]{5}`)
	contentsPattern   = regexp.MustCompile(`(\t|…{3}|[.·．]{5})\s*\d{1,4}$`) // a heading with its page in a table of contents
	attachmentPattern = regexp.MustCompile(`^附\s*件\s*\d{0,2}$`)

	attachmentNotePattern = regexp.MustCompile(`^附\s*件\s*[：:]`) // 附件说明

	// A web address that goes up to the end. Where it is broken after a solidus, that is no mark of Chinese text.
	addressPattern = regexp.MustCompile(`(?i)(://|www\.|[a-z0-9-]\.[a-z]{2,}(:\d+)?/)[!-~]*$`)
)

// headingLevel returns the level of the heading that a text may begin with, 0 if none.
func headingLevel(text string) int {
	for i, p := range headingPatterns {
		if p.MatchString(text) {
			return i + 1
		}
	}
	return 0
}

func headingLike(text string) bool { return headingLevel(text) > 0 }
