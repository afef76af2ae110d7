package cue_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/internal/cue"
)

// Two expressions, one pass over the sentence; only the one whose words stand there is tried.
func Example() {
	list := []*cue.Expression{cue.MustCompile(`未经[^，。]{0,15}(?:批准|许可)`), cue.MustCompile(`处[^，。]{0,8}罚款`)}
	lexicon := cue.NewLexicon()
	for _, e := range list {
		lexicon.Add(e)
	}
	const sentence = "未经区城管局批准不得占道"
	has := lexicon.Find(sentence)
	for _, e := range list {
		fmt.Println(e.In(has), e.In(has) && e.MatchString(sentence))
	}
	// Output:
	// true true
	// false false
}
