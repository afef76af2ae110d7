package layout

// NoStart are the characters that may not stand at the start of a line (避头; GB/T 15834-2011, 5.1): closing marks,
// connectors, the interpunct, the solidus, and signs that belong to the number before them. It is exported for writers of
// flowing text, which must tell word processors the same.
const NoStart = "。，、；：？！”’）》〉】〕」』〗］｝…—～·―‖％‰℃°′″" +
	"∶!%),.:;>?]}-~/．／＋+＞﹚﹜﹞︰々"

// NoEnd are the characters that may not stand at the end of a line (避尾): opening marks, the solidus, and signs that
// belong to the number after them.
const NoEnd = "“‘（《〈【〔「『〖［｛" +
	"([{<$￥¥£＄￡／/＜№﹙﹛﹝"

// A class says what a character may do at the ends of a line.
type class uint8

const (
	noStart class = 1 << iota
	noEnd
)

// classes holds the class of every character that has one. Nobody writes to it.
var classes = func() map[rune]class {
	m := make(map[rune]class)
	for _, r := range NoStart {
		m[r] |= noStart
	}
	for _, r := range NoEnd {
		m[r] |= noEnd
	}
	return m
}()

// classOf returns the class of a character; Han and Latin letters and digits have none.
func classOf(r rune) class {
	if r >= 0x3400 && r < 0xFE00 || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
		return 0
	}
	return classes[r]
}
