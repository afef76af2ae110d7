package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/register"
)

// A checked is the answer of check.
type checked struct {
	Plugin plugin.Applied `json:"plugin"`
	Asked  bool           `json:"asked"` // there is a check for this kind of document in force
	Issues []fazhi.Issue  `json:"issues"`
	cli.Outcome
}

func (k *checked) Prepare() {
	if k.Issues == nil {
		k.Issues = []fazhi.Issue{}
	}
}

func (k *checked) String() string { return printed(k.print) }

func (k *checked) print(line func(string)) {
	switch {
	case !k.Asked:
		line("插件 " + k.Plugin.String() + " 没有这种文件的检查项")
	case len(k.Issues) == 0:
		line("插件 " + k.Plugin.String() + " 没有发现问题")
	}
	for _, i := range k.Issues {
		line(i.Severity.String() + "  " + i.String())
	}
}

func (k *checked) Found() string {
	if len(k.Issues) == 0 {
		return ""
	}
	return fmt.Sprintf("发现问题%d个", len(k.Issues))
}

func check(ctx context.Context, c *call, out *checked) error {
	_, err := c.ask(ctx, out)
	return err
}

// ask asks about the document of -doc, as a host does.
func (c *call) ask(ctx context.Context, out *checked) (plugintest.Case, error) {
	d, err := c.document()
	if err != nil {
		return d, err
	}
	p, end, err := c.open(ctx)
	if err != nil {
		return d, err
	}
	defer end()
	h, err := plugintest.Host(p)
	if err != nil {
		return d, err
	}
	found, err := h.Check(ctx, &plugin.CheckRequest{
		Doc:   &register.Raw{Of: fazhi.Ref{Kind: d.Document.Kind, ID: d.Document.ID}, Name: d.Document.Title, JSON: d.Document.Content},
		LawOn: d.LawOn, Today: d.Today,
	})
	if err != nil {
		return d, err
	}
	out.Plugin = plugin.Applied{Name: p.Name, Version: p.Version}
	out.Issues, out.Asked = found.Issues, len(found.Applied) > 0
	return d, nil
}

// document reads -doc: a document on the wire or a golden case. The days of the command line come first.
func (c *call) document() (plugintest.Case, error) {
	text, err := readFile(c.doc)
	if err != nil {
		return plugintest.Case{}, fmt.Errorf("-doc：%w", err)
	}
	var d plugintest.Case
	var bare protocol.Document
	if err := errors.Join(json.Unmarshal(text, &d), json.Unmarshal(text, &bare)); err != nil {
		return plugintest.Case{}, errors.New("-doc：不是文件的 JSON，也不是案例")
	}
	if d.Document.Kind == "" {
		d = plugintest.Case{Document: bare}
	}
	if d.Document.Kind == "" || d.Document.ID == "" || !bytes.HasPrefix(d.Document.Content, []byte("{")) {
		return plugintest.Case{}, errors.New("-doc：应当有 kind、id、title，以及对象 content")
	}
	d.LawOn = cmp.Or(c.lawOn, d.LawOn)
	d.Today = cmp.Or(c.today, d.Today, fazhi.DateOf(2025, 1, 1))
	return d, nil
}

// readFile reads a file that a message can carry.
func readFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, errors.New("没有这个文件")
	case !info.Mode().IsRegular():
		return nil, errors.New("不是文件")
	case info.Size() > protocol.MaxMessage:
		return nil, errors.New("超过 8 MiB")
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, errors.New("不能读这个文件")
	}
	return text, nil
}
