package diff

import "strings"

// Kind says what became of a node; several kinds can be true at once: an article can be moved and renumbered. The zero Kind
// says that nothing happened to it.
type Kind uint8

// The kinds.
const (
	Insert    Kind = 1 << iota // 新增
	Delete                     // 删去
	Change                     // 修改: other words
	Move                       // 移动: stands elsewhere among its neighbours, or in another chapter
	Renumber                   // 序号调整: has another number
	Reference                  // 引用调整: only numbers of articles that it cites followed these articles
	Layout                     // 格式: blanks, marks of Markdown, (一) for （一）
)

var kinds = [...]struct {
	kind          Kind
	name, chinese string
}{
	{Insert, "insert", "新增"}, {Delete, "delete", "删去"}, {Change, "change", "修改"}, {Move, "move", "移动"},
	{Renumber, "renumber", "序号调整"}, {Reference, "reference", "引用调整"}, {Layout, "layout", "格式"},
}

// Kinds returns every kind, in the order in which results name them.
func Kinds() []Kind {
	all := make([]Kind, len(kinds))
	for i, k := range kinds {
		all[i] = k.kind
	}
	return all
}

// Has reports whether k includes all of other.
func (k Kind) Has(other Kind) bool { return k&other == other }

// String returns the Chinese names: 移动、序号调整. It is 未变 for the zero Kind.
func (k Kind) String() string {
	var names []string
	for _, x := range kinds {
		if k.Has(x.kind) {
			names = append(names, x.chinese)
		}
	}
	if names == nil {
		return "未变"
	}
	return strings.Join(names, "、")
}

// names returns the names for programs, never nil.
func (k Kind) names() []string {
	names := []string{}
	for _, x := range kinds {
		if k.Has(x.kind) {
			names = append(names, x.name)
		}
	}
	return names
}
