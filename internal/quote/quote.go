// Package quote puts titles between the marks that Chinese has for them.
package quote

import "strings"

// Title puts a title between 《 and 》, those within it between 〈 and 〉, as GB/T 15834-2011 has it for 书名号. One that
// stands between them already stays, and so does an empty one.
func Title(name string) string {
	if name == "" || strings.HasPrefix(name, "《") && strings.Index(name, "》") == len(name)-len("》") {
		return name
	}
	return "《" + strings.NewReplacer("《", "〈", "》", "〉").Replace(name) + "》"
}
