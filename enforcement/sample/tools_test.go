//go:build tools

package sample_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/sample"
)

// recipe is the program that the package comment prints.
func recipe(t *testing.T) string {
	t.Helper()
	comment, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	_, from, found := strings.Cut(string(comment), "//	import hashlib")
	require.True(t, found)
	lines := []string{"import hashlib"}
	for i, line := range strings.Split(from, "\n") {
		if code, ok := strings.CutPrefix(line, "//	"); ok {
			lines = append(lines, code)
		} else if i == 0 {
			lines[0] += line
		} else {
			break
		}
	}
	require.Len(t, lines, 5)
	return strings.Join(lines, "\n")
}

// python runs a program of which the draw and the frame are at hand.
func python(t *testing.T, program string, d sample.Drawn, frame []sample.Unit) []string {
	t.Helper()
	dir := t.TempDir()
	for name, v := range map[string]any{"draw.json": d, "frame.json": frame} {
		text, err := json.Marshal(v)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), text, 0o600))
	}
	cmd := exec.CommandContext(t.Context(), "python3", "-X", "utf8", "-c", program)
	cmd.Dir = dir
	out, err := cmd.Output()
	require.NoError(t, err)
	return strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
}

// The program of the package comment repeats a draw.
func TestRecipe(t *testing.T) {
	for _, c := range []struct {
		frame []sample.Unit
		plan  sample.Plan
	}{
		{county(), sample.Plan{Seed: "20240608期 07 11 19", Size: 100}},
		{county(), sample.Plan{Seed: "第二个数", Size: 31, PerStratum: 5}},
		{files("甲局", 50), sample.Plan{Seed: "1", Size: 10}},
	} {
		d := draw(t, c.frame, c.plan)
		require.Equal(t, ids(d), python(t, recipe(t), d, c.frame))
	}
}

// So do these lines the digest of the roster, and the draw with a minimum of each department.
func TestRosterAndMinimumsInPython(t *testing.T) {
	frame, p := county(), plan()
	p.PerStratum, p.Size = 0, 60
	d := draw(t, frame, p)
	got := python(t, `
import hashlib, json
from collections import Counter
sha = lambda text: hashlib.sha256(text.encode()).digest()
draw, frame = (json.load(open(name)) for name in ("draw.json", "frame.json"))
records = sorted(sha("\n".join([f["id"], f["department"], *f["strata"]])) for f in frame)
print(hashlib.sha256(b"".join(records)).hexdigest())
frame.sort(key=lambda f: sha(draw["plan"]["seed"] + "\n" + f["id"]))
given, drawn, taken = Counter(), set(), Counter()
for f in frame:
    if given[f["department"]] < draw["plan"]["perDepartment"]:
        given[f["department"]] += 1
        taken[tuple(f["strata"])] += 1
        drawn.add(f["id"])
for s in draw["strata"]:
    rest = [f["id"] for f in frame if f["strata"] == s["keys"] and f["id"] not in drawn]
    drawn.update(rest[:s["drawn"] - taken[tuple(s["keys"])]])
print(*[f["id"] for f in frame if f["id"] in drawn], sep="\n")
`, d, frame)
	require.Equal(t, append([]string{d.Roster}, ids(d)...), got)
}
