package picture

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A content is what the picture says, before anything has a place.
type content struct {
	Config
	keys  []item
	areas []area
	now   string // the year: "2024年"
	prior string // the year before; empty if nothing is compared
}

// An area is one work area.
type area struct {
	title string
	items []item
}

// An item is one figure.
type item struct {
	id, name              string
	before, number, after string // the figure as printed, cut around its number: 下降, 10.91, 个百分点
	change                string // "比上年增长13.27%"; empty if not known
	measure               string // what has the same measure may share a scale: kind, unit and noun
	size, last            float64
	rate                  bool
}

// text is the figure as printed.
func (i item) text() string { return i.before + i.number + i.after }

// read finds out what the picture says.
func read(config Config, figures, last []fazhi.Figure) (*content, fazhi.Issues) {
	r := reader{config: config, now: index{}, before: index{}}
	r.add(r.now, figures, "figures")
	r.add(r.before, last, "last")
	c := &content{Config: config, now: "本年"}
	c.Title = cmp.Or(config.Title, "一图读懂")
	if config.Year > 0 {
		c.now = strconv.Itoa(config.Year) + "年"
	}
	all := r.items(figures)
	c.keys = r.keys(figures, all)
	c.areas = r.group(figures, all)
	c.areas = slices.DeleteFunc(c.areas, func(a area) bool { return len(a.items) == 1 && c.isKey(a.items[0]) })
	if r.compared {
		c.prior = "上年"
		if config.Year > 0 {
			c.prior = strconv.Itoa(config.Year-1) + "年"
		}
	}
	return c, r.issues
}

// isKey reports whether an item stands on a card at the top.
func (c *content) isKey(i item) bool {
	return slices.ContainsFunc(c.keys, func(key item) bool { return key.id == i.id })
}

// An index finds figures by their ID.
type index map[string]fazhi.Figure

// A reader collects issues while it reads.
type reader struct {
	config      Config
	now, before index
	issues      fazhi.Issues
	compared    bool // at least one figure has its value of the year before
}

func (r *reader) issue(code fazhi.Code, severity fazhi.Severity, path fazhi.Path, message string) {
	r.issues = append(r.issues, fazhi.Issue{Code: code, Severity: severity, Path: path, Message: message})
}

// add indexes figures; of two with one ID the first counts.
func (r *reader) add(to index, figures []fazhi.Figure, name string) {
	for i, f := range figures {
		if _, double := to[f.ID]; double {
			r.issue(codeDouble, fazhi.Error, fazhi.At(name, i), "有两个数据项用同一个标识，只画第一个")
			continue
		}
		to[f.ID] = f
	}
}

// items makes the items of all figures, by ID.
func (r *reader) items(figures []fazhi.Figure) map[string]item {
	out := make(map[string]item, len(figures))
	for i, f := range figures {
		if _, known := out[f.ID]; !known {
			out[f.ID] = r.item(f, fazhi.At("figures", i))
		}
	}
	return out
}

// item prints a figure and compares it with the year before.
func (r *reader) item(f fazhi.Figure, path fazhi.Path) item {
	i := item{id: f.ID, name: f.Name, size: math.NaN(), last: math.NaN(), number: "—"}
	form := r.config.Forms[f.ID]
	form.Bare = false
	text, err := f.Text(form)
	if err != nil {
		r.issue(codePrint, fazhi.Warning, path, "这个数据项不能按要求印出："+cause(err))
		return i
	}
	form.Bare = true
	bare, _ := f.Text(form) // what prints with its unit prints without
	i.before, i.number, i.after = cut(text, bare)
	i.measure, i.size = measure(f)
	_, i.rate = f.Value.(fazhi.Rate)
	prior, known := r.before[f.ID]
	if !known {
		return i
	}
	if !comparable(f, prior) {
		r.issue(codeDifferent, fazhi.Notice, path, "与上年的单位、种类或口径不同，不作比较")
		return i
	}
	if i.change = change(f, prior); i.change != "" {
		_, i.last = measure(prior)
		r.compared = true
	}
	return i
}

// cut cuts a printed figure around its number; a sign of percent belongs to the number.
func cut(text, bare string) (before, number, after string) {
	before, after, found := strings.Cut(text, bare)
	if !found { // 持平 has no number
		return "", text, ""
	}
	if rest, percent := strings.CutPrefix(after, "%"); percent {
		return before, bare + "%", rest
	}
	return before, bare, after
}

// selected returns the wanted IDs that figures have, in order; all of figures if none are named.
func (r *reader) selected(ids []string, figures []fazhi.Figure, name string) []string {
	var out []string
	seen := map[string]bool{}
	take := func(id string) {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	if ids == nil {
		for _, f := range figures {
			take(f.ID)
		}
	}
	for i, id := range ids {
		if _, known := r.now[id]; !known {
			r.issue(codeUnknown, fazhi.Error, fazhi.At("config", name, i), "没有这个标识的数据项")
			continue
		}
		take(id)
	}
	return out
}

// areaOf returns what stands before the dot of an ID.
func areaOf(id string) string {
	name, _, _ := strings.Cut(id, ".")
	return name
}

// group sorts the items into work areas, in the order in which those come up.
func (r *reader) group(figures []fazhi.Figure, all map[string]item) []area {
	var out []area
	at := map[string]int{}
	for _, id := range r.selected(r.config.Figures, figures, "figures") {
		name := areaOf(id)
		n, known := at[name]
		if !known {
			n = len(out)
			at[name] = n
			out = append(out, area{title: cmp.Or(r.config.Areas[name], name)})
		}
		out[n].items = append(out[n].items, all[id])
	}
	return out
}

// keys returns the items on the cards.
func (r *reader) keys(figures []fazhi.Figure, all map[string]item) []item {
	ids := r.selected(r.config.Keys, figures, "keys")
	var out []item
	seen := map[string]bool{}
	for _, id := range ids {
		if r.config.Keys == nil && seen[areaOf(id)] {
			continue
		}
		seen[areaOf(id)] = true
		out = append(out, all[id])
	}
	return out
}
