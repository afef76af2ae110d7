package main

import (
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
)

var update = flag.Bool("update", false, "write testdata/answers.txt anew; read it before you keep it")

const golden = "testdata/answers.txt"

// wanted is what the plug-in says in every language.
func wanted(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(golden)
	require.NoError(t, err)
	return string(text)
}

// The plug-in in the host's own process.
func TestInProcess(t *testing.T) {
	got := answers(t, large(100_000*100))
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
	}
	require.Equal(t, wanted(t), got)
}

// The same plug-in in a process of its own.
func TestOwnProcess(t *testing.T) {
	require.Equal(t, wanted(t), answers(t, connect(t, self(t))))
}

// What is not a government contract although it says so is no answer, and the host goes no further.
func TestUnknownContent(t *testing.T) {
	host, err := plugin.NewHost(large(0))
	require.NoError(t, err)
	q := plugin.GuardRequest{Ref: fazhi.Ref{Kind: "contract", ID: "HT-1"}, Doc: other{}, Step: "签订"}
	require.ErrorContains(t, host.Guard(t.Context(), &q), "政府合同的内容无法读取")
}

type other struct{}

func (other) Kind() fazhi.Kind { return "contract" }
func (other) ID() string       { return "HT-1" }
func (other) Title() string    { return "" }
