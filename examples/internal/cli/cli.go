// Package cli is what the programs of examples have in common: how they read command lines, and how they print what came out.
//
// A Program is a table of commands. Each Command names its arguments and its flags, and has a function that fills an answer.
// The answer is a struct with Outcome in it; it prints itself as text, as one JSON object with -json, and says what was found:
//
//	type counting struct {
//		Words int `json:"words"`
//		cli.Outcome
//	}
//
//	func (c *counting) String() string { return fmt.Sprintln(c.Words) }
//
//	func count(_ context.Context, args []string, out *counting) error {
//		data, err := os.ReadFile(args[0])
//		out.Words = len(strings.Fields(string(data)))
//		return err
//	}
//
//	cli.Command{Name: "count", Args: "文件", Doc: "数单词", Use: "count 甲.txt", Run: cli.Do(count)}
//
// Flags are values of a session, and commands its methods; see examples/gongwen. An error that is returned makes the exit code
// Unusable, something found makes it Found. Package clitest tests such programs. Nothing here is kept compatible: it is for
// the programs of this repository.
package cli

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// InChinese says what is wrong with a flag, as package flag found it. It never repeats the value.
func InChinese(err error) error {
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return err
	}
	for _, known := range [...][2]string{
		{"flag provided but not defined: ", "没有选项 "}, {"flag needs an argument: ", "没有写值的选项 "},
		{"bad flag syntax: ", "不是选项 "}, {"invalid boolean ", "不带值的选项 "}, {"invalid value ", "没有写值的选项 "},
	} {
		if rest, ok := strings.CutPrefix(err.Error(), known[0]); ok {
			if _, name, has := strings.Cut(rest, " for "); has { // never the value
				rest, _, _ = strings.Cut(strings.TrimPrefix(name, "flag "), ":")
			}
			return errors.New(known[1] + rest)
		}
	}
	return err
}

// Printable replaces what a terminal would obey, but for the ends of lines.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return visible(r)
	}, s)
}

// Line is Printable for what is to stand in one line.
func Line(s string) string { return strings.Map(visible, s) }

func visible(r rune) rune {
	if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
		return unicode.ReplacementChar
	}
	return r
}

// Columns is how many columns of a terminal a text takes that has only ASCII and Chinese characters.
func Columns(s string) (n int) {
	for _, r := range s {
		n++
		if r >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// WriteJSON writes the one object of -json.
func WriteJSON(w io.Writer, out any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

// Tally says how many issues there are, "" for none.
func Tally(issues fazhi.Issues) string {
	if len(issues) == 0 {
		return ""
	}
	return fmt.Sprintf("发现 %d 个问题（错误 %d，警告 %d，提示 %d）", len(issues),
		issues.Count(fazhi.Error), issues.Count(fazhi.Warning), issues.Count(fazhi.Notice))
}

// Severity is the Chinese word for one.
func Severity(s fazhi.Severity) string {
	switch s {
	case fazhi.Error:
		return "错误"
	case fazhi.Warning:
		return "警告"
	}
	return "提示"
}

// Grave is Tally, but "" where all are notices: those say what was left out, and why.
func Grave(issues fazhi.Issues) string {
	if issues.Count(fazhi.Error)+issues.Count(fazhi.Warning) == 0 {
		return ""
	}
	return Tally(issues)
}
