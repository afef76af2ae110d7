package cli_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

func TestStrictly(t *testing.T) {
	type place struct {
		Rule string `json:"rule"`
	}
	p, err := cli.Strictly[place]("甲.json", "本地规定", []byte(` {"rule": "乙"} `))
	require.NoError(t, err)
	require.Equal(t, &place{Rule: "乙"}, p)
	for text, want := range map[string]string{
		`{"rule": "乙", "other": "丙"}`: "不能读取 甲.json：不是一份本地规定，见样例",
		`{"rule": 12345}`:             "不能读取 甲.json：不是一份本地规定，见样例",
		`{`:                           "不能读取 甲.json：不是一份本地规定，见样例",
		``:                            "不能读取 甲.json：不是一份本地规定，见样例",
		`{} {}`:                       "不能读取 甲.json：本地规定之后还有内容",
	} {
		p, err := cli.Strictly[place]("甲.json", "本地规定", []byte(text))
		require.EqualError(t, err, want)
		require.Nil(t, p)
	}
}
