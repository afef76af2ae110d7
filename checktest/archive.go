package checktest

import (
	"fmt"
	"slices"
	"strings"
)

// parseArchive splits a text archive into what stands before the first section and the sections by name.
func parseArchive(text string) (head string, sections map[string]string, err error) {
	sections = make(map[string]string)
	var name string
	var part strings.Builder
	keep := func() {
		if name == "" {
			head = part.String()
		} else {
			sections[name] = part.String()
		}
		part.Reset()
	}
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		next, ok := sectionName(line)
		if !ok {
			part.WriteString(line)
			continue
		}
		keep()
		name = next
		if _, double := sections[name]; double || !slices.Contains(sectionNames(), name) {
			return "", nil, fmt.Errorf("章节 %q 重复或者不认识，可用的有 %s", name, strings.Join(sectionNames(), "、"))
		}
	}
	keep()
	return head, sections, nil
}

func sectionNames() []string { return []string{"doc.json", "law", "today", "want"} }

// sectionName reads "-- name --".
func sectionName(line string) (string, bool) {
	line = strings.TrimRight(line, " \n")
	name, begins := strings.CutPrefix(line, "-- ")
	name, ends := strings.CutSuffix(name, " --")
	return strings.TrimSpace(name), begins && ends && strings.TrimSpace(name) != ""
}
