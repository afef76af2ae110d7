package activity_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/activity"
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
	f.Fuzz(func(t *testing.T, data []byte) {
		areas, err := activity.Parse("领域.yaml", data)
		if err != nil {
			var faults *activity.ParseError
			require.ErrorAs(t, err, &faults)
			require.NotEmpty(t, faults.Issues)
			require.Nil(t, areas)
			return
		}
		require.NotEmpty(t, areas)
		require.NoError(t, activity.Vet(areas))
		for _, a := range areas {
			require.NoError(t, table.VetColumns(a.Columns()))
			section, err := a.Section(nil, 2024)
			require.NoError(t, err)
			require.Len(t, section.Items[0].Marks, len(section.Figures))
			for _, figure := range section.Figures {
				require.NotEmpty(t, figure.Unit)
				require.NotNil(t, figure.Value)
			}
		}
	})
}
