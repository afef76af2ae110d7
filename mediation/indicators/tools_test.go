//go:build tools

package indicators_test

import (
	"testing"

	"github.com/fazhi-go/fazhi/internal/sheettest"
)

func TestPrinted(t *testing.T) { sheettest.Print(t, "../../gongwen/fonts", sheets(t)) }
