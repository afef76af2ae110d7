package normdoc_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/normdoc"
)

func TestBareName(t *testing.T) {
	for _, x := range [][3]string{
		{"停车管理办法", "停车管理办法", ""},
		{"《停车管理办法》", "停车管理办法", ""},
		{"停车管理办法（试行）", "停车管理办法", "（试行）"},
		{"《停车管理办法(试行)》", "停车管理办法", "(试行)"},
		{"（试行）", "（试行）", ""},
		{"", "", ""},
	} {
		bare, note := normdoc.BareName(x[0])
		require.Equal(t, x[1:], []string{bare, note}, x[0])
	}
}

func TestIsNamedAsLaw(t *testing.T) {
	for name, want := range map[string]bool{
		"停车条例": true, "停车条例（试行）": true, "《停车条例》": true, "停车法": true, "条例": true,
		"停车办法": false, "停车的做法": false, "工作方法（试行）": false, "贯彻停车条例的意见": false, "": false,
	} {
		require.Equal(t, want, normdoc.IsNamedAsLaw(name), name)
	}
}
