package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/akn"
)

// A marked is the answer of akn.
type marked struct {
	XML string `json:"xml"`
	cli.Outcome
}

func (m *marked) String() string { return m.XML }

func (s *session) markup(_ context.Context, args []string, out *marked) error {
	if err := s.described(); err != nil {
		return err
	}
	id, name, _ := strings.Cut(s.organ, "=")
	meta := akn.Meta{Locality: s.locality, Slug: s.slug, Organ: akn.Organ{ID: id, Name: name}}
	var err error
	if meta.Dated, err = dateOf("-dated", s.dated); err != nil {
		return err
	}
	src, err := s.load(args[0])
	if err != nil {
		return err
	}
	t, _ := statute.Parse(src.name, src.text)
	var b bytes.Buffer
	if err := akn.Write(&b, t, meta); err != nil {
		return inOptions(err)
	}
	out.XML = b.String()
	return nil
}

// described says which options are missing that the XML cannot do without.
func (s *session) described() error {
	var missing []string
	for _, f := range [...]struct{ name, value string }{{"-dated", s.dated}, {"-organ", s.organ}, {"-slug", s.slug}} {
		if f.value == "" {
			missing = append(missing, f.name)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("%w：没有写 %s（normdoc akn -h 显示用法）", cli.ErrUsage, strings.Join(missing, "、"))
	}
	if _, name, _ := strings.Cut(s.organ, "="); name == "" {
		return fmt.Errorf("%w：-organ 应写作 代号=名称，如 qyxzf=清源县人民政府", cli.ErrUsage)
	}
	return nil
}

// inOptions names the options instead of the fields of akn.Meta. The editor is the organ.
func inOptions(err error) error {
	lines := slices.DeleteFunc(strings.Split(err.Error(), "\n"), func(l string) bool { return strings.Contains(l, "Editor.ID") })
	text := strings.NewReplacer("Organ.ID", "-organ 的代号", "Slug", "-slug", "Locality", "-locality").Replace(strings.Join(lines, "\n"))
	return errors.New(text)
}
