package picture

import "strings"

// words says the whole content in reading order.
func (c *content) words() string {
	var b strings.Builder
	sentence := func(parts ...string) {
		text := strings.Join(parts, "")
		if text == "" {
			return
		}
		b.WriteString(text)
		if !strings.HasSuffix(text, "。") {
			b.WriteString("。")
		}
	}
	sentence(c.Title)
	sentence(c.Subtitle)
	if len(c.keys) > 0 {
		sentence(keysTitle, "：", list(c.keys))
	}
	for _, a := range c.areas {
		sentence(a.title, "：", list(a.items))
	}
	if c.Source != "" {
		sentence(sourceTitle, c.Source)
	}
	sentence(c.Organ)
	sentence(c.Date.Chinese())
	return b.String()
}

// list says figures with their changes.
func list(items []item) string {
	said := make([]string, len(items))
	for n, i := range items {
		said[n] = i.name + i.text()
		if i.number == "—" {
			said[n] = i.name + "无数据"
		}
		if i.change != "" {
			said[n] += "，" + i.change
		}
	}
	return strings.Join(said, "；")
}
