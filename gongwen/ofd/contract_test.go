package ofd_test

import (
	"testing"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
)

func TestContract(t *testing.T) {
	f := embedded(t)
	gongwentest.Run(t, gongwentest.Config{
		New: func() (gongwen.Renderer, error) { return ofd.New(gongwen.GB9704(), f) },
		Text: func(file []byte) (string, error) {
			r, err := read(file)
			if err != nil {
				return "", err
			}
			return r.text(), nil
		},
	})
}
