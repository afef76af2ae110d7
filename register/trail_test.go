package register_test

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

func trailDoc(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../docs/trail.md")
	require.NoError(t, err)
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

// The line in docs/trail.md is one that a book writes.
func TestTrailShowsALine(t *testing.T) {
	w := newWorld(t, func(o *register.Options) {
		o.Series = []register.Series{{Name: "泉鲤司合", Number: number("泉鲤司合")}}
		o.Flows, o.Hooks = nil, naming("licheng/caps@1.2.0")
	})
	doc := &register.Raw{Of: fazhi.Ref{Kind: "contract", ID: "HT-2"}, JSON: []byte(`{"name": "临街店面租赁合同"}`)}
	e := w.add(register.Request{
		Scope: register.Scope{Organ: organ}, Doc: doc, Series: []string{"泉鲤司合"}, By: "zhang01", ReqID: "3f2a",
	})
	line, err := e.AppendLine(nil)
	require.NoError(t, err)
	require.Contains(t, trailDoc(t), "```json\n"+string(line)+"\n```")
}

// The table in docs/trail.md has every member of a line, and no other.
func TestTrailNamesEveryMember(t *testing.T) {
	var line map[string]any
	require.NoError(t, json.Unmarshal([]byte(fullLine), &line))
	var told []string
	for _, row := range regexp.MustCompile("(?m)^\\| (`[a-z`, ]+) \\|").FindAllStringSubmatch(trailDoc(t), -1) {
		told = append(told, strings.Split(strings.Trim(row[1], "`"), "`, `")...)
	}
	require.ElementsMatch(t, slices.Collect(maps.Keys(line)), told)
}
