package main

import (
	"encoding/json"
	"io"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/annual/internal/figures"
)

// The shape of -json. Lists are never null; Error is empty when the input could be used.
type jsonResult struct {
	Pages   int          `json:"pages"`
	Figures []jsonFigure `json:"figures"`
	Issues  []jsonIssue  `json:"issues"`
	Files   []string     `json:"files"`
	Error   string       `json:"error"`
}

type jsonFigure struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Value   string `json:"value"`
	Num     *int64 `json:"num,omitempty"`
	Den     *int64 `json:"den,omitempty"`
	Unit    string `json:"unit"`
	Printed string `json:"printed"`
}

type jsonIssue struct {
	Code     fazhi.Code     `json:"code"`
	Severity fazhi.Severity `json:"severity"`
	Path     fazhi.Path     `json:"path"`
	File     string         `json:"file"`
	Sheet    string         `json:"sheet"`
	Cell     string         `json:"cell"`
	Message  string         `json:"message"`
	Basis    string         `json:"basis"`
}

func writeJSON(w io.Writer, r result, err error) error {
	out := jsonResult{Pages: r.pages, Figures: []jsonFigure{}, Issues: []jsonIssue{}, Files: append([]string{}, r.files...)}
	for _, f := range r.figures {
		out.Figures = append(out.Figures, figureJSON(f))
	}
	for _, i := range r.issues {
		out.Issues = append(out.Issues, jsonIssue{Code: i.Code, Severity: i.Severity, Path: i.Path, File: i.Origin.File,
			Sheet: i.Origin.Sheet, Cell: i.Origin.Cell, Message: i.Message, Basis: i.Basis})
	}
	if err != nil {
		out.Error = err.Error()
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

func figureJSON(f fazhi.Figure) jsonFigure {
	out := jsonFigure{ID: f.ID, Name: f.Name, Value: f.Number(), Unit: f.Unit, Printed: figures.Printed(f)}
	if r, ok := f.Value.(fazhi.Rate); ok {
		out.Num, out.Den = &r.Num, &r.Den
	}
	return out
}
