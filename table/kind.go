package table

import "fmt"

// A Kind says what the cells of a column hold and how they are read.
type Kind uint8

// The kinds of columns, with the Go type that a cell becomes.
const (
	Text    Kind = iota // 文本, string; outer blanks are removed
	List                // 多项文本, []string; items are separated by 、 ； or ，
	Date                // 日期, fazhi.Date
	Money               // 金额, fazhi.Money; plain numbers are yuan unless the header says （万元）
	Count               // 数量, fazhi.Count; "2000余" is a lower bound
	Integer             // 整数, int64
	YesNo               // 是否, bool
	Number              // 发文字号, fazhi.Number
)

var kindNames = [...]string{"text", "list", "date", "money", "count", "integer", "yes-no", "number"}

var kindTitles = [...]string{"文本", "多项文本", "日期", "金额", "数量", "整数", "是否", "发文字号"}

// String returns the Chinese name of the kind: "日期".
func (k Kind) String() string {
	if int(k) >= len(kindTitles) {
		return fmt.Sprintf("Kind(%d)", uint8(k))
	}
	return kindTitles[k]
}

// MarshalText writes the kind's English name, "yes-no", for columns declared as data.
func (k Kind) MarshalText() ([]byte, error) {
	if int(k) >= len(kindNames) {
		return nil, fmt.Errorf("table: 未知的列类型 %d", uint8(k))
	}
	return []byte(kindNames[k]), nil
}

// UnmarshalText reads the English or the Chinese name.
func (k *Kind) UnmarshalText(text []byte) error {
	for i := range kindNames {
		if string(text) == kindNames[i] || string(text) == kindTitles[i] {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("table: 未知的列类型 %q", text)
}
