package checktest

import (
	"context"
	"encoding/json"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/leak"
)

// findValues faults issues that repeat a value of the document.
func (o *outcome) findValues(checks []fazhi.Check, all []leak.Case, decode func([]byte) (fazhi.Document, error)) {
	again := func(tree any) fazhi.Issues { return o.judge(tree, checks, decode) }
	o.faults = append(o.faults, o.Repeated(all, checks, again)...)
}

// judge returns what the checks find in another document on the same day.
func (o *outcome) judge(tree any, checks []fazhi.Check, decode func([]byte) (fazhi.Document, error)) fazhi.Issues {
	text, err := json.Marshal(tree)
	if err != nil {
		return nil
	}
	doc, err := decode(text)
	if err != nil {
		return nil
	}
	issues, _ := fazhi.Validate(context.Background(), doc, o.lawOn, o.today, checks)
	return issues
}
