package main

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
)

func TestReview(t *testing.T) {
	golden, err := plugintest.ReadCases(os.DirFS("testdata"))
	require.NoError(t, err)
	plugintest.Run(t, plugintest.Config{
		New:    func(context.Context) (plugin.Plugin, func(), error) { return review(), nil, nil },
		Decode: plugintest.Decode[contract.Contract],
		Golden: golden,
	})
}
