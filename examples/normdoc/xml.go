package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/akn"
)

// A marked is the answer of akn.
type marked struct {
	XML string `json:"xml"`
	outcome
}

func (m *marked) text() string { return m.XML }

func markup(_ context.Context, s *session, out *marked) error {
	id, name, _ := strings.Cut(s.organ, "=")
	meta := akn.Meta{Locality: s.locality, Slug: s.slug, Organ: akn.Organ{ID: id, Name: name}}
	var err error
	if s.dated != "" {
		if meta.Dated, err = dateOf("-dated", s.dated); err != nil {
			return err
		}
	}
	src, err := s.load(s.args[0])
	if err != nil {
		return err
	}
	t, _ := statute.Parse(src.name, src.text)
	var b bytes.Buffer
	if err := akn.Write(&b, t, meta); err != nil {
		return fmt.Errorf("%w（见 -dated、-organ、-slug、-locality）", err)
	}
	out.XML = b.String()
	return nil
}
