package statute

import "strings"

// Abbreviations returns the short names of laws that the text gives itself, with what they stand for: 《甲乙法》（以下简称《甲法》）
// gives "甲法" for "甲乙法". Short names of other things are not among them.
func (t *Text) Abbreviations() map[string]string {
	names := make(map[string]string)
	for n := range t.All() {
		appendNames(names, n.Text)
	}
	return names
}

// shorter begin a short name, the longer ones first.
var shorter = [...]string{"以下简称为", "以下简称", "以下称为", "以下称"}

func appendNames(names map[string]string, text string) {
	for at := 0; ; {
		i := strings.Index(text[at:], "》（以下")
		if i < 0 {
			return
		}
		end := at + i
		at = end + len("》（")
		start := strings.LastIndex(text[max(0, end-longestName):end], "《")
		if start < 0 {
			continue
		}
		full := text[max(0, end-longestName)+start+len("《") : end]
		inside, _ := bracketAfter(text, end+len("》"))
		for _, w := range shorter {
			if short, ok := strings.CutPrefix(inside, w); ok {
				names[strings.Trim(short, "《》“”\"： ")] = full
				break
			}
		}
	}
}
