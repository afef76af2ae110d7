package activity_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/table"
)

// Whatever Parse accepts can be used: its form is a ledger that reads back, and its sentence is that of its figures.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("areas/*.yaml")
	require.NoError(f, err)
	for _, name := range append(files, "testdata/faults.yaml") {
		data, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Add([]byte(clinic + "---\n" + post))
	f.Add([]byte(course))
	for _, text := range declarations(f) {
		f.Add([]byte(text))
	}
	schema := compiled(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		var faults *activity.ParseError
		areas, err := activity.Parse("领域.yaml", data)
		if err != nil {
			require.ErrorAs(t, err, &faults)
			require.NotEmpty(t, faults.Issues)
			require.Nil(t, areas)
			return
		}
		require.NotEmpty(t, areas)
		if err := activity.Vet(areas); err != nil {
			require.ErrorAs(t, err, &faults)
			for _, issue := range faults.Issues {
				require.Equal(t, activity.BadAbove, issue.Code, "a ledger that is declared elsewhere")
			}
		}
		for _, doc := range documents(t, string(data)) {
			require.NoError(t, schema.Validate(doc))
		}
		for _, a := range areas {
			require.NoError(t, table.VetColumns(a.Columns()))
			_, err := lifecycle.Compile(a.Flow())
			require.NoError(t, err)
			checks, err := a.Checks(nil)
			require.NoError(t, err)
			require.NoError(t, fazhi.VetChecks(checks))
			section, err := a.Section(nil, 2024)
			require.NoError(t, err)
			for _, figure := range section.Figures {
				require.NotEmpty(t, figure.Unit)
				require.NotNil(t, figure.Value)
			}
		}
	})
}

// Whatever a ledger holds, reading ends with issues that name it, parts add up, and records have JSON.
func FuzzRead(f *testing.F) {
	f.Add("编号,开班时间,结业日期,类别,经费,报名人数,结业人数\n1,2024-01-10,2024-01-09,专题班,-1,3,4\n2,2023-12-31,,轮训班,1万元,20余,\n")
	f.Add("编号,类别\n1,专题班\n")
	text := strings.NewReplacer("算法: 计数,", "算法: 计数, 分组: 月份,", "算法: 求和,", "算法: 求和, 分组: 类别,").Replace(course)
	areas, err := activity.Parse("领域.yaml", []byte(text))
	require.NoError(f, err)
	a := areas[0]
	f.Fuzz(func(t *testing.T, ledger string) {
		src, err := table.CSV("台账.csv", []byte(ledger))
		if err != nil {
			return
		}
		records, issues, err := a.ReadFor(src, activity.Reading{Year: 2024, Today: fazhi.DateOf(2025, 1, 1)})
		if err != nil {
			require.Nil(t, records)
			return
		}
		found, err := a.Examine(t.Context(), records, fazhi.DateOf(2025, 1, 1))
		require.NoError(t, err)
		for _, issue := range append(issues, found...) {
			require.Equal(t, "台账.csv", issue.Origin.File)
		}
		for _, parts := range wholes(a.Figures(records, 2024)) {
			count := int64(0)
			for _, part := range parts[1:] {
				count += part.From.Count
			}
			require.Equal(t, parts[0].From.Count, count)
		}
		for _, r := range records {
			data, err := json.Marshal(r)
			require.NoError(t, err)
			require.True(t, json.Valid(data))
		}
	})
}
