package leak

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

func TestIn(t *testing.T) {
	for _, x := range []struct {
		name, json string
		issue      fazhi.Issue
		want       string
	}{
		{"a name in a message", `{"name": "王某"}`, fazhi.Issue{Message: "王某没有签名"}, "王某"},
		{"one character is no value", `{"name": "王"}`, fazhi.Issue{Message: "王没有签名"}, ""},
		{"a name as a part of the path", `[{"a/b": "一/二"}]`, fazhi.Issue{Path: "/0/一~1二"}, "一/二"},
		{"a part of a name of the path", `{"name": "sign"}`, fazhi.Issue{Path: "/signed"}, ""},
		{"a date in Chinese", `["2024-05-01"]`, fazhi.Issue{Message: "2024年5月1日签订"}, "2024年5月1日"},
		{"an amount in 元", `{"fen": 1234500}`, fazhi.Issue{Message: "租金12,345元"}, "12,345"},
		{"two digits are no value", `{"fen": 12}`, fazhi.Issue{Message: "12元"}, ""},
		{"another number", `{"fen": 1234500}`, fazhi.Issue{Message: "1234600"}, ""},
	} {
		t.Run(x.name, func(t *testing.T) {
			tree, err := Parse([]byte(x.json))
			require.NoError(t, err)
			got := ""
			for _, v := range Values(tree) {
				got += v.In(x.issue)
			}
			require.Equal(t, x.want, got)
		})
	}
}

func TestAnother(t *testing.T) {
	for _, x := range [][2]any{
		{"2024-02-28", "2024-02-29"}, {"区城管局-9z", "某某某某-0a"},
		{json.Number("9990"), json.Number("1001")}, {json.Number("-12.50"), json.Number("-23.61")},
	} {
		require.Equal(t, x[1], Value{JSON: x[0]}.Another())
	}
}

func TestReplacedLeavesTheTreeAsItIs(t *testing.T) {
	tree, err := Parse([]byte(`{"a": ["x", {"b": "x", "c": 1}], "d": "y"}`))
	require.NoError(t, err)
	text, err := json.Marshal(Replaced(tree, "x", "z"))
	require.NoError(t, err)
	require.JSONEq(t, `{"a": ["z", {"b": "z", "c": 1}], "d": "y"}`, string(text))
	text, err = json.Marshal(tree)
	require.NoError(t, err)
	require.JSONEq(t, `{"a": ["x", {"b": "x", "c": 1}], "d": "y"}`, string(text))
}

// A word that stays in the message when the document holds another one is the rule's own.
func TestRepeated(t *testing.T) {
	tree, err := Parse([]byte(`{"form": "书面", "name": "临街店面"}`))
	require.NoError(t, err)
	judge := func(tree any) fazhi.Issues {
		name, _ := tree.(map[string]any)["name"].(string)
		return fazhi.Issues{{Code: "a/form", Message: "应当采用书面形式"}, {Code: "a/name", Message: name + "不是名称"}}
	}
	c := Case{Tree: tree, Values: Values(tree), Issues: judge(tree)}
	require.Equal(t, []string{"检查项 a/name 的说明或者路径重复了文件中的值 “临街店面”"}, c.Repeated([]Case{c}, nil, judge))

	silent := func(any) fazhi.Issues { return nil }
	require.Len(t, c.Repeated([]Case{c}, nil, silent), 2, "nothing says that they are wording")
	checks := []fazhi.Check{{Code: "a/form", Doc: "应当采用书面形式。"}, {Code: "a/name", Basis: "临街店面管理办法"}}
	require.Empty(t, c.Repeated([]Case{c}, checks, silent), "words of the rule and of its basis")
	other := Case{Issues: c.Issues}
	require.Empty(t, c.Repeated([]Case{c, other}, nil, silent), "said of a document that does not hold them")
}
