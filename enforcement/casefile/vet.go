package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// Limits of what a file may hold, so that memory and time are bounded.
const (
	MaxDocuments = 2000
	MaxPauses    = 200
	maxText      = 500 // characters
)

// Vet says what cannot be in a file, whatever the law: a sort that there is not, more qualified officers than officers,
// negative numbers, blanks around texts, a pause that ends before it begins, a text that is no digest. The messages hold
// no values.
func Vet(f *File) fazhi.Issues {
	v := vetter{file: cmp.Or(f, new(File))}
	v.head()
	v.numbers()
	v.pauses()
	v.documents()
	return v.issues
}

type vetter struct {
	file   *File
	issues fazhi.Issues
}

func (v *vetter) report(code fazhi.Code, path fazhi.Path, message string) {
	i := fazhi.Issue{Code: code, Path: path, Message: message}
	i.Origin, _ = v.file.Origin(path)
	v.issues = append(v.issues, i)
}

func (v *vetter) head() {
	f := v.file
	if f.Serial == "" {
		v.report(NoSerial, "/serial", "没有案卷编号")
	}
	if f.Organ == "" {
		v.report(NoOrgan, "/organ", "没有执法机关")
	}
	v.choice("/sort", "案卷类型", string(f.Sort), sortNames(), true)
	v.choice("/procedure", "程序", string(f.Procedure), procedureNames(), false)
	v.choice("/partySort", "当事人类型", f.PartySort, partySorts(), false)
	v.text("/serial", f.Serial)
	v.text("/number", f.Number)
	v.text("/organ", f.Organ)
	v.text("/cause", f.Cause)
	v.text("/party", string(f.Party))
	v.text("/partyCode", string(f.PartyCode))
	for i, p := range f.Penalties {
		v.text(fazhi.At("penalties", i), p)
	}
}

func (v *vetter) choice(path fazhi.Path, name, value string, choices []string, required bool) {
	if !slices.Contains(choices, value) && (required || value != "") {
		v.report(BadSort, path, name+"不是可选的值，可用："+strings.Join(choices, "、"))
	}
}

func (v *vetter) text(path fazhi.Path, text string) {
	switch {
	case strings.TrimSpace(text) != text:
		v.report(BadText, path, "首尾有空白")
	case !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl):
		v.report(BadText, path, "含有乱码或者控制字符")
	case utf8.RuneCountInString(text) > maxText:
		v.report(BadText, path, fmt.Sprintf("超过%d个字", maxText))
	}
}

func (v *vetter) numbers() {
	f := v.file
	if f.Officers != nil && *f.Officers < 0 {
		v.report(BadNumber, "/officers", "执法人员人数不能是负数")
	}
	if f.Qualified != nil && *f.Qualified < 0 {
		v.report(BadNumber, "/qualified", "有执法资格人数不能是负数")
	}
	if f.Officers != nil && f.Qualified != nil && *f.Qualified > *f.Officers {
		v.report(BadNumber, "/qualified", "有执法资格人数多于执法人员人数")
	}
	if f.Fine != nil && *f.Fine < 0 {
		v.report(BadNumber, "/fine", "罚款金额不能是负数")
	}
	if f.Added != nil && *f.Added < 0 {
		v.report(BadNumber, "/added", "加处罚款金额不能是负数")
	}
}

func (v *vetter) pauses() {
	if len(v.file.Pauses) > MaxPauses {
		v.report(BadPause, "/pauses", fmt.Sprintf("不计入期限的期间超过%d段", MaxPauses))
	}
	for i, p := range v.file.Pauses[:min(MaxPauses, len(v.file.Pauses))] {
		if p.From.IsZero() || !p.To.IsZero() && p.To.Before(p.From) {
			v.report(BadPause, fazhi.At("pauses", i), "没有起日，或者止日早于起日")
		}
		v.text(fazhi.At("pauses", i, "reason"), p.Reason)
	}
}

func (v *vetter) documents() {
	if len(v.file.Documents) > MaxDocuments {
		v.report(BadDocument, "/documents", fmt.Sprintf("文书超过%d份", MaxDocuments))
	}
	for i := range v.file.Documents[:min(MaxDocuments, len(v.file.Documents))] {
		d := &v.file.Documents[i]
		if d.Name == "" {
			v.report(BadDocument, fazhi.At("documents", i, "name"), "没有文书名称")
		}
		v.text(fazhi.At("documents", i, "name"), d.Name)
		if d.Pages < 0 {
			v.report(BadDocument, fazhi.At("documents", i, "pages"), "页数不能是负数")
		}
		if d.Digest != "" && !isDigest(d.Digest) {
			v.report(BadDocument, fazhi.At("documents", i, "digest"), "摘要应当写作 sha256: 加64位小写十六进制数字")
		}
	}
}
