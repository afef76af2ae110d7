package html

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Codes of the issues of this package.
const (
	// CodeControl: a text has characters that HTML cannot hold, or that turn the order of the text round; they are written as □.
	CodeControl fazhi.Code = "gongwen/html/control"
	// CodePrivate: a text has characters for private use, which every font draws differently or not at all; they stay.
	CodePrivate fazhi.Code = "gongwen/html/private"
	// CodeAlt: a picture has no text alternative.
	CodeAlt fazhi.Code = "gongwen/html/alt"
)

// check reports the flaws that were met since the last call, for the place that the parts name.
func (w *writer) check(parts ...any) {
	if w.flaws == 0 {
		return
	}
	path := fazhi.At(parts...)
	if w.flaws&control != 0 {
		w.report(CodeControl, fazhi.Error, path, "含有网页不能写入的字符，写作“□”")
	}
	if w.flaws&private != 0 {
		w.report(CodePrivate, fazhi.Warning, path, "含有专用区字符，读者的电脑上可能显示为空框或者别的字")
	}
	w.flaws = 0
}

func (w *writer) report(code fazhi.Code, severity fazhi.Severity, path fazhi.Path, message string) {
	w.issues = append(w.issues, fazhi.Issue{Code: code, Severity: severity, Path: path, Message: message})
}

// checkFiles reports the files that are left out.
func (w *writer) checkFiles() {
	for i := range w.d.Files {
		w.report(gongwen.CodeFiles, fazhi.Notice, fazhi.At("files", i), "网页不携带文件，请在网站上另行发布")
	}
}
