package redact

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// Options say what is masked. The zero value masks numbers and addresses, and no names.
type Options struct {
	// Names are the people whose names are masked wherever they stand, also with blanks between the characters, and also where
	// the same characters are a word or a place (高明, 高明区): the report shows where. Their order decides who is 甲 and who is 乙.
	Names []fazhi.PersonName
	// Context also masks the names that follow 申请人, 被申请人, 第三人, 当事人, 委托代理人, 证人, 利害关系人, 原告, 被告, 甲方, 姓名 and
	// the like, everywhere in the document once found; not those of agents whom the words after the name call lawyers.
	Context bool
	// Words are further words that a name follows, "调解员"; with Context.
	Words []string
	// Others are further texts that become ××××: the name of a firm, of a village.
	Others []string
	// Keep are texts that stay as they are: names of officials, the address and telephone of the office.
	Keep []string
	// Each writes 某 for every character of a given name (张某某), not once (张某).
	Each bool
	// Arabic tells people with the same mask apart by 1, 2, 3, not by 甲, 乙, 丙.
	Arabic bool
	// Disclosure is the 公开属性 of the public copy; "主动公开" if empty.
	Disclosure string
}

// ErrOptions is returned, wrapped, for options that cannot be used.
var ErrOptions = errors.New("隐名选项不对")

// A Redactor masks by options. It may be used from several goroutines at once.
type Redactor struct {
	names      *names
	others     *trie
	keep       *trie
	labels     []label
	addresses  addresses
	wider      []checkPattern
	words      *trie // that names follow
	context    bool
	disclosure string
}

// mostOption is the largest number of characters of a name or text in the options.
const mostOption = 100

// New checks the options and says all that is wrong with them: texts of less than two characters or more than 100.
func New(o Options) (*Redactor, error) {
	people := make([]string, len(o.Names))
	for i, n := range o.Names {
		people[i] = string(n)
	}
	err := errors.Join(checkTexts("姓名", people), checkTexts("提示词", o.Words), checkTexts("其他文字", o.Others), checkTexts("保留文字", o.Keep))
	if err != nil {
		return nil, err
	}
	r := &Redactor{
		names: newNames(o.Each, o.Arabic), others: trieOf(o.Others), keep: trieOf(o.Keep), words: contextWords(o.Words),
		labels: append(labels(), forms()...), addresses: newAddresses(), wider: checkPatterns(),
		context: o.Context, disclosure: cmp.Or(o.Disclosure, "主动公开"),
	}
	for _, s := range people {
		r.names.add(s)
	}
	return r, nil
}

// checkTexts reports texts of a wrong length, by their place and not by what they say.
func checkTexts(what string, texts []string) error {
	var errs []error
	for i, s := range texts {
		if n := utf8.RuneCountInString(squeeze(s)); n < 2 || n > mostOption || !utf8.ValidString(s) {
			errs = append(errs, fmt.Errorf("redact: %w：%s第%d项应当有 2 至 %d 个字符", ErrOptions, what, i+1, mostOption))
		}
	}
	return errors.Join(errs...)
}

func trieOf(words []string) *trie {
	t := &trie{}
	for _, w := range words {
		t.add(w, 0)
	}
	return t
}

// squeeze takes out blanks.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, s)
}
