package activity

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// broken reports a file that is no YAML: the line that the YAML reader names, and lines whose punctuation is probably why.
func (p *parser) broken(data []byte, err error) {
	at, wide, line := lineOf(err), wideKeys(), 0
	for text := range bytes.Lines(data) {
		line++
		mark := wide.FindSubmatch(text)
		if mark == nil || p.full() {
			continue
		}
		p.report(BadYAML, spot{line: line}, "“"+string(slices.Concat(mark[1:]...))+
			"”是全角的：键后面的冒号、各项之间的逗号和括号应当用半角的 : , { } [ ]，冒号和逗号后面空一格")
		if line == at {
			at = -1
		}
	}
	if at >= 0 {
		p.report(BadYAML, spot{line: at}, "本行附近不是有效的 YAML，请检查缩进、冒号、引号和括号"+unquoted(data, at))
	}
}

// wideKeys matches a key before a full-width colon, one after a full-width comma, and full-width brackets where those of a
// list or a mapping stand. A sentence in Chinese has such marks too, but not around a key.
func wideKeys() *regexp.Regexp {
	keys := strings.Join(slices.Concat(areaKeys(), columnKeys(), counterKeys(), aboveKeys(), requirementKeys(), stepKeys()), "|")
	return regexp.MustCompile(`(?:^|[\s{,，｛-])(?:` + keys + `) *(：)|(，) *(?:` + keys + `) *[:：]|[:：\[-] *([｛［])|([｝］]) *[,，}\]\r\n]`)
}

// wideIn says that a key holds full-width punctuation, which YAML reads as part of it.
func wideIn(key string) string {
	if strings.ContainsAny(key, "：，｛｝［］") {
		return "：冒号、逗号和括号应当用半角的"
	}
	return ""
}

// unquoted names a sign in a line that no text may begin with unless it stands in quotation marks.
func unquoted(data []byte, line int) string {
	lines := bytes.SplitN(data, []byte("\n"), line+1)
	if line < 1 || line > len(lines) {
		return ""
	}
	if mark := regexp.MustCompile("[:,\\[{-] *([%@`])").FindSubmatch(lines[line-1]); mark != nil {
		return "；以 " + string(mark[1]) + " 开头的文字要加引号：\"" + string(mark[1]) + "\""
	}
	return ""
}

// lineOf returns the line that a YAML error names, 0 if it names none. Where a key, a comma or a bracket was expected the reader
// counts from nought.
func lineOf(err error) int {
	text, line := err.Error(), 0
	if _, scanErr := fmt.Sscanf(text, "yaml: line %d:", &line); scanErr != nil {
		line = 0
	}
	if strings.Contains(text, "did not find expected") {
		line++
	}
	return line
}
