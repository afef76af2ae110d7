package plugintest

import (
	"embed"
	"encoding/json"
	"io/fs"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/leak"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

//go:embed corpus/*.json
var corpus embed.FS

// library returns one well-formed document of each kind of this library.
func library() []protocol.Document {
	files, _ := fs.Glob(corpus, "corpus/*.json") // the pattern is well formed
	var all []protocol.Document
	for _, file := range files {
		text, err := corpus.ReadFile(file)
		var c Case
		if err == nil && json.Unmarshal(text, &c) == nil { // a test holds that they all are
			all = append(all, c.Document)
		}
	}
	return all
}

// Corpus returns the kit's documents of some kinds, of all kinds of this library if there are none: of each the well-formed
// one and the hostile ones, without Want. Names are those of files, "contract-far-dates". Of a kind that the library does not
// know there is one document with names that are usual. The order and the bytes are the same every time.
func Corpus(kinds ...fazhi.Kind) []Case {
	var all []Case
	for _, base := range bases(kinds, nil) {
		for _, d := range append([]variant{plain(base)}, hostile(base)...) {
			name := strings.ReplaceAll(string(base.Kind)+"-"+d.name, "/", "-")
			all = append(all, Case{Name: name, Doc: d.doc, Document: d.document, Today: today()})
		}
	}
	return all
}

// bases returns the documents that the author gives and, for the kinds that these lack, the kit's own.
func bases(kinds []fazhi.Kind, given []protocol.Document) []protocol.Document {
	all := slices.Clone(given)
	known := library()
	if len(kinds) == 0 {
		for _, d := range known {
			kinds = append(kinds, d.Kind)
		}
	}
	for _, kind := range kinds {
		of := func(d protocol.Document) bool { return d.Kind == kind }
		if slices.ContainsFunc(all, of) {
			continue
		}
		if i := slices.IndexFunc(known, of); i >= 0 {
			all = append(all, known[i])
		} else {
			all = append(all, usual(kind))
		}
	}
	return all
}

// usual is a document of a kind that nobody knows.
func usual(kind fazhi.Kind) protocol.Document {
	return protocol.Document{Kind: kind, ID: "YB-1", Title: "样本文件", Content: json.RawMessage(`{"id":"YB-1","title":"样本文件",` +
		`"number":"泉鲤司〔2024〕1号","date":"2024-03-01","amount":1200000,"public":true,"parties":[{"name":"某公司"},{"name":"某局"}],` +
		`"paragraphs":["一、总则","二、分则"],"text":"样本文件的正文。"}`)}
}

// tree returns the content of a document.
func tree(d protocol.Document) any {
	t, _ := leak.Parse(d.Content)
	return t
}
