package sfnt

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// A Name is what a font is called, as far as the font says.
type Name struct {
	Family     string // "GW FangSong"
	PostScript string // "GWFangSong-Regular", the name that PDF uses
}

// Numbers of the strings in table name.
const (
	nameCopyright  = 0
	nameFamily     = 1
	nameStyle      = 2
	nameFull       = 4
	namePostScript = 6
	numNames       = 7
)

// names are the strings of table name that are read, by number.
type names [numNames]string

// longestName bounds a string of table name, in bytes. Longer ones are ignored; they are licence texts.
const longestName = 4096

// Name returns the names of the font, the English ones if there are several.
func (f *Font) Name() Name {
	return Name{Family: f.names[nameFamily], PostScript: f.names[namePostScript]}
}

// readNames reads table name. Names are a courtesy: what cannot be read is left out.
func readNames(table []byte) names {
	var out names
	if len(table) < 6 {
		return out
	}
	var best [numNames]int
	storage := u16(table, 4)
	for i := range min(u16(table, 2), (len(table)-6)/12) {
		record := table[6+12*i:]
		id, size, start := u16(record, 6), u16(record, 8), storage+u16(record, 10)
		if id >= numNames || size > longestName || start+size > len(table) {
			continue
		}
		platform := u16(record, 0)
		if rank := nameRank(platform, u16(record, 2), u16(record, 4)); rank > best[id] {
			best[id], out[id] = rank, decodeName(table[start:start+size], platform)
		}
	}
	return out
}

// nameRank orders the languages and encodings in which a font gives a name: English in UTF-16 is best, 0 is unreadable.
func nameRank(platform, encoding, language int) int {
	switch {
	case platform == 3 && isUnicode(platform, encoding) && language == 0x409:
		return 3
	case isUnicode(platform, encoding):
		return 2
	case platform == 1 && encoding == 0:
		return 1
	}
	return 0
}

// decodeName decodes UTF-16, or of the Macintosh the part that is ASCII.
func decodeName(b []byte, platform int) string {
	var s strings.Builder
	if platform == 1 {
		for _, c := range b {
			if c < 0x80 {
				s.WriteByte(c)
			}
		}
		return s.String()
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// appendNames appends a table name with the copyright and the names of a font.
func appendNames(b []byte, n names) []byte {
	ids := []int{nameCopyright, nameFamily, nameStyle, nameFull, namePostScript}
	b = append16(b, 0, len(ids), 6+12*len(ids))
	var text []byte
	for _, id := range ids {
		start := len(text)
		for _, unit := range utf16.Encode([]rune(n[id])) {
			text = binary.BigEndian.AppendUint16(text, unit)
		}
		b = append16(b, 3, 1, 0x409, id, len(text)-start, start)
	}
	return append(b, text...)
}
