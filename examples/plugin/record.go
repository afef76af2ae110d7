package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
)

// A recorded is the answer of record and corpus: the files that were written.
type recorded struct {
	Files []string `json:"files"`
	cli.Outcome

	said string
}

func (r *recorded) Prepare() {
	if r.Files == nil {
		r.Files = []string{}
	}
}

func (r *recorded) String() string { return printed(r.print) }

func (r *recorded) print(line func(string)) { line(r.said) }

func record(ctx context.Context, c *call, out *recorded) error {
	var found checked
	d, err := c.ask(ctx, &found)
	if err != nil {
		return err
	}
	d.Doc = cmp.Or(c.about, d.Doc, d.Document.Title, d.Document.ID)
	d.Want = []plugintest.Want{}
	for _, i := range found.Issues {
		d.Want = append(d.Want, plugintest.Want{Code: i.Code, Path: i.Path})
	}
	out.said = fmt.Sprintf("写入 %s，其中问题%d个；请核对无误再用", c.out, len(d.Want))
	return out.write(c.out, goldenCase{d, d.Want})
}

// A goldenCase is written with want also when it is empty.
type goldenCase struct {
	plugintest.Case
	Want []plugintest.Want `json:"want"`
}

// write makes a file of JSON; one that is there is not touched.
func (r *recorded) write(name string, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return errors.New("案例不能写成 JSON")
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("-out：已有 %s，不覆盖", name)
	case err != nil:
		return fmt.Errorf("-out：不能写 %s", name)
	}
	_, err = f.Write(b.Bytes())
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("-out：没有写完 %s", name)
	}
	r.Files = append(r.Files, name)
	return nil
}

// writeCorpus writes the documents of the kit, one a file.
func writeCorpus(_ context.Context, c *call, out *recorded) error {
	switch err := os.Mkdir(c.out, 0o755); {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("-out：不能新建文件夹 %s：已经有了，请另写一个", c.out)
	case err != nil:
		return fmt.Errorf("-out：不能新建文件夹 %s", c.out)
	}
	var kinds []fazhi.Kind
	for _, kind := range c.kinds {
		kinds = append(kinds, fazhi.Kind(kind))
	}
	for _, each := range plugintest.Corpus(kinds...) {
		if err := out.write(filepath.Join(c.out, each.Name+".json"), each); err != nil {
			return err
		}
	}
	out.said = fmt.Sprintf("写入 %s，文件%d份", c.out, len(out.Files))
	return nil
}
